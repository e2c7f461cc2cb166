using Microsoft.Extensions.Time.Testing;
using Validation.Client.Connection;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private string Conf => _folder.File("settings.conf");

    private string Policy => _folder.File("policy.conf");

    [Fact]
    public void File_ThatIsMissing_GivesTheDefaults()
    {
        using var file = Open();

        file.Current.Server.ShouldBe(ServerAddress.Default);
        file.Current.Folders.ShouldBeEmpty();
        file.Current.RecheckDays.ShouldBe(7);
        file.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void File_Created_SaysEverythingAndChangesNothing()
    {
        using var file = Open();
        file.TryCreate().ShouldBeTrue();

        using var again = Open();

        again.Problems.ShouldBeEmpty();
        again.Current.ShouldBe(new ClientSettings { Folders = again.Current.Folders });
        var text = File.ReadAllText(Conf);
        foreach (var name in typeof(SettingNames).GetFields().Select(field => (string)field.GetValue(null)!))
        {
            text.ShouldContain($"# {name} = ");
        }
    }

    [Fact]
    public void Settings_Written_AreRead()
    {
        string[] lines =
            ["\uFEFF# 说明", "server＝https://10.0.0.8:5081", "folder = /年报", "Folder=\"/别处/年报\"", "sound = 否", "recheck_days = 0"];
        _folder.Write("settings.conf", string.Join("\r\n", lines));
        using var file = Open();

        file.Problems.ShouldBeEmpty();
        file.Current.Server.ToString().ShouldBe("https://10.0.0.8:5081");
        file.Current.Folders.ShouldBe(["/年报", "/别处/年报"]);
        file.Current.Sound.ShouldBeFalse();
        file.Current.RecheckDays.ShouldBe(0);
    }

    [Theory]
    [InlineData("server = 不是 地址", "第 1 行")]
    [InlineData("\nfolder = 相对/路径", "第 2 行")]
    [InlineData("sound = 也许", "是”或“否")]
    [InlineData("recheck_days = -1", "0 到 365")]
    [InlineData("recheck_days = 366", "0 到 365")]
    [InlineData("ca = /没有/这个.pem", "证书")]
    [InlineData("没有的设置 = 1", "没有的设置")]
    public void Line_ThatIsWrong_IsToldAndTheRestHolds(string line, string words)
    {
        _folder.Write("settings.conf", line + "\nnotify_unchanged = 是\n");
        using var file = Open();

        file.Problems.Single().ShouldContain(words);
        file.Problems.Single().ShouldContain("settings.conf");
        file.Current.NotifyUnchanged.ShouldBeTrue();
    }

    [Fact]
    public void Authority_ThatCannotBeRead_IsNoReasonToTrustTheSystem()
    {
        _folder.Write("settings.conf", "ca = /没有/这个.pem");
        using var file = Open();

        file.Current.TrustProblem.ShouldNotBeNull();
    }

    [Fact]
    public void Policy_AndCommandLine_WinInThisOrder()
    {
        _folder.Write("settings.conf", "server = 10.0.0.1\nrecheck_days = 1\nsound = 否\n");
        _folder.Write("policy.conf", "server = 10.0.0.2\nrecheck_days = 2\n");
        using var file = Open(("server", "10.0.0.3"));

        file.Current.Server.Uri.Host.ShouldBe("10.0.0.3");
        file.Current.RecheckDays.ShouldBe(2);
        file.Current.Sound.ShouldBeFalse();
        file.IsFixed("server").ShouldBeTrue();
        file.IsFixed("recheck_days").ShouldBeTrue();
        file.IsFixed("sound").ShouldBeFalse();
        file.TrySet("recheck_days", "5").ShouldBeFalse();
    }

    [Fact]
    public void Change_OfEitherFile_IsHeardOnce()
    {
        var heard = new List<ClientSettings>();
        using var file = Open();
        file.Changed = heard.Add;

        _folder.Write("settings.conf", "recheck_days = 3");
        _time.Advance(TimeSpan.FromSeconds(2));
        _folder.Write("settings.conf", "recheck_days = 3\n# 只是一句说明\n");
        _time.Advance(TimeSpan.FromSeconds(2));
        heard.Single().RecheckDays.ShouldBe(3);

        _folder.Write("policy.conf", "recheck_days = 4");
        _time.Advance(TimeSpan.FromSeconds(2));
        heard.Select(settings => settings.RecheckDays).ShouldBe([3, 4]);
    }

    [Fact]
    public void Set_KeepsCommentsAndOtherLines()
    {
        using var file = Open();
        file.TryCreate();
        var before = File.ReadAllLines(Conf);

        file.TrySet("folder", "/年报", "/别处").ShouldBeTrue();
        file.Current.Folders.ShouldBe(["/年报", "/别处"]);
        file.TrySet("folder", "/只有一个").ShouldBeTrue();
        file.TrySet("sound", "否").ShouldBeTrue();

        var after = File.ReadAllLines(Conf);
        after.Except(before).ShouldBe(["folder = /只有一个", "sound = 否"]);
        before.Except(after).ShouldBeEmpty();
        var example = Array.FindIndex(after, line => line.StartsWith("# folder", StringComparison.Ordinal));
        after[example + 1].ShouldBe("folder = /只有一个");

        file.TrySet("folder").ShouldBeTrue();
        file.Current.Folders.ShouldBeEmpty();
    }

    [Fact]
    public void File_HeldByAnotherProgram_IsReadOnceItIsFree()
    {
        _folder.Write("settings.conf", "recheck_days = 3\n");
        using var held = new FileStream(Conf, FileMode.Open, FileAccess.Read, FileShare.None);
        using var file = Open();
        ClientSettings? heard = null;
        file.Changed = settings => heard = settings;
        file.Problems.ShouldHaveSingleItem().ShouldContain("settings.conf");
        file.TrySet("sound", "否").ShouldBeFalse();

        held.Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));

        heard.ShouldNotBeNull().RecheckDays.ShouldBe(3);
        file.Problems.ShouldBeEmpty();
        file.Current.Sound.ShouldBeTrue();
    }

    [Fact]
    public void File_HeldWhileItIsChanged_KeepsWhatWasReadUntilItIsFree()
    {
        _folder.Write("settings.conf", "recheck_days = 3\n");
        using var file = Open();
        _folder.Write("settings.conf", "recheck_days = 10\n");
        using var held = new FileStream(Conf, FileMode.Open, FileAccess.Read, FileShare.None);
        _time.Advance(TimeSpan.FromSeconds(2));
        file.Current.RecheckDays.ShouldBe(3);
        file.Problems.ShouldBeEmpty();

        held.Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));

        file.Current.RecheckDays.ShouldBe(10);
    }

    [Fact]
    public void File_InAnotherEncoding_IsToldAndNotWrittenOver()
    {
        // "folder = D:\年报" as a Chinese console writes it.
        byte[] content = [.. "folder = D:\\"u8, 0xC4, 0xEA, 0xB1, 0xA8, (byte)'\n'];
        File.WriteAllBytes(Conf, content);
        using var file = Open();

        file.Problems.ShouldHaveSingleItem().ShouldContain("UTF-8");
        file.Current.Folders.ShouldBeEmpty();
        file.TrySet("sound", "否").ShouldBeFalse();
        File.ReadAllBytes(Conf).ShouldBe(content);
    }

    [Fact]
    public void Folders_OneOfThemWrong_ChangesOfTheOthersAreHeard()
    {
        _folder.Write("settings.conf", "folder = 年报\nfolder = /甲\n");
        using var file = Open();
        ClientSettings? heard = null;
        file.Changed = settings => heard = settings;

        _folder.Write("settings.conf", "folder = 年报\nfolder = /甲\nfolder = /乙\n");
        _time.Advance(TimeSpan.FromSeconds(2));

        heard.ShouldNotBeNull().Folders.ShouldBe(["/甲", "/乙"]);
    }

    [Fact]
    public void Authority_ThatComesLateOrIsReplaced_IsRead()
    {
        using var first = new TestAuthority();
        using var second = new TestAuthority();
        var path = _folder.File("ca.pem");
        _folder.Write("settings.conf", $"server = https://10.0.0.8\nca = {path}\n");
        using var file = Open();
        file.Current.TrustProblem.ShouldNotBeNull();

        File.Copy(first.CaPath, path);
        _time.Advance(TimeSpan.FromSeconds(2));
        file.Current.TrustProblem.ShouldBeNull();
        var trust = file.Current.Trust;

        File.Copy(second.CaPath, path, overwrite: true);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        _time.Advance(TimeSpan.FromSeconds(2));
        file.Current.Trust.ShouldNotBe(trust);
        file.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("10.0.0.8", true)]
    [InlineData("http://10.0.0.8", true)]
    [InlineData("https://10.0.0.8", false)]
    [InlineData("127.0.0.1", false)]
    public void Authority_WithAServerInPlaintext_AsksNoServer(string server, bool isProblem)
    {
        using var authority = new TestAuthority();
        _folder.Write("settings.conf", $"ca = {authority.CaPath}\n");
        using var file = Open(("server", server));

        (file.Current.TrustProblem is not null).ShouldBe(isProblem);
        (file.Problems.Count > 0).ShouldBe(isProblem);
    }

    [Fact]
    public void Set_WhereNothingCanBeWritten_SaysSo()
    {
        Directory.CreateDirectory(Conf);
        using var file = Open();

        file.TrySet("sound", "否").ShouldBeFalse();
        file.Current.Sound.ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private SettingsFile Open(params (string Name, string Value)[] overrides) =>
        SettingsFile.Open(new SettingsSources(Conf, Policy, overrides), _time);
}
