using Validation.Client.Connection;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Settings;

public sealed class KeySettingsTests : IDisposable
{
    private const string Secret = "vk_k7m2q4xa_c2VjcmV0";

    private readonly TestFolder _folder = new();

    private string Conf => _folder.File("settings.conf");

    [Fact]
    public void Key_InTheFile_HoldsForItsServerAlone()
    {
        _folder.Write("settings.conf", $"server = https://10.0.0.8:5081\nkey = {Secret}\n");

        Shown().ShouldBe(Key(Secret));
        Shown((SettingNames.Server, "https://10.0.0.8:5081")).ShouldBe(Key(Secret));
        Shown((SettingNames.Server, "https://10.6.6.6:5081")).ShouldBeNull();
        StoredKey.For(Address("https://10.6.6.6:5081"), Sources()).ShouldBeNull();
        StoredKey.For(Address("https://10.0.0.8:5081"), Sources()).ShouldBe(Key(Secret));
    }

    [Fact]
    public void Key_OfNoUse_IsToldWithoutRepeatingIt()
    {
        _folder.Write("settings.conf", "key = 密 钥\n");
        using var file = SettingsFile.Open(Sources());

        file.Current.Key.ShouldBeNull();
        file.Problems[0].ShouldEndWith(ConnectionTexts.KeyUnreadable);
        string.Concat(file.Problems).ShouldNotContain("密 钥");
    }

    [Fact]
    public void Key_ThatOthersCanRead_IsTakenFromTheirSight()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("settings.conf", $"key = {Secret}\n");
        File.SetUnixFileMode(Conf, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var file = SettingsFile.Open(Sources());

        file.Problems.ShouldBe([SettingsTexts.KeyWasOpen(Conf)]);
        File.GetUnixFileMode(Conf).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        file.TrySet(SettingNames.Sound, "否").ShouldBeTrue();
        File.GetUnixFileMode(Conf).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, "also after it was written anew");
    }

    [Fact]
    public async Task Key_StoredAndForgotten_ComesAndGoes()
    {
        var server = "https://10.0.0.8:5081";
        var store = new TestTerminal { Input = Secret + "\n" };
        (await store.RunAsync("keys", "store", "--server", server, "--settings", Conf)).ShouldBe(0, store.Error);

        StoredKey.For(Address(server), Sources()).ShouldBe(Key(Secret));
        store.Output.ShouldNotContain(Secret);

        var forget = new TestTerminal();
        (await forget.RunAsync("keys", "forget", "--server", server, "--settings", Conf)).ShouldBe(0, forget.Error);

        StoredKey.For(Address(server), Sources()).ShouldBeNull();
        File.ReadAllText(Conf).ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("", "没有读到密钥。")]
    [InlineData("不 行\n", "密钥只能由英文字母、数字和英文符号组成，没有采用。")]
    public async Task Key_ThatIsNone_IsNotStored(string input, string problem)
    {
        using var terminal = new TestTerminal { Input = input };

        (await terminal.RunAsync("keys", "store", "--settings", Conf)).ShouldBe(3);

        terminal.Error.TrimEnd().ShouldBe(problem);
        File.Exists(Conf).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private ServerKey? Shown(params (string, string)[] overrides)
    {
        using var file = SettingsFile.Open(Sources(overrides));
        return file.Current.Key;
    }

    private SettingsSources Sources(params (string, string)[] overrides) => new(Conf, PolicyPath: null, overrides);

    private static ServerAddress Address(string text)
    {
        ServerAddress.TryParse(text, out var address).ShouldBeTrue();
        return address;
    }

    private static ServerKey Key(string text)
    {
        ServerKey.TryRead(text, out var key, out _).ShouldBeTrue();
        return key;
    }
}
