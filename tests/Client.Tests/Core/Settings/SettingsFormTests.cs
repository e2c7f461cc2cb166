using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Settings;

public sealed class SettingsFormTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Form_OfSettings_ShowsThemAsTheyAreWritten()
    {
        _folder.Write("settings.conf", "server = 10.0.0.8\nfolder = %HOME%/年报\nfolder = /乙\nnotify_errors_only = 是\n");
        using var file = Open();

        var form = SettingsForm.Of(file);

        form.Entries.Server.ShouldBe("10.0.0.8");
        form.Entries.Authority.ShouldBeEmpty();
        form.Entries.Folders.ShouldBe(["%HOME%/年报", "/乙"]);
        form.Entries.Notify.ShouldBe(NotifyLevel.ErrorsOnly);
        form.Changes(form.Entries).ShouldBeEmpty();
        form.Hindrances(form.Entries).ShouldBeEmpty();
    }

    [Fact]
    public void Form_Changed_WritesNoMoreThanTheChanges()
    {
        _folder.Write("settings.conf", "server = 10.0.0.8\nfolder = /甲\nnotify_unchanged = 是\n");
        using var file = Open();
        var form = SettingsForm.Of(file);

        var changes = form.Changes(form.Entries with { Server = " 10.0.0.9 ", Notify = NotifyLevel.Changes });

        changes.Select(change => $"{change.Name}={string.Join(',', change.Values)}").ShouldBe(["server=10.0.0.9", "notify_unchanged=否"]);
        form.Changes(form.Entries with { Notify = NotifyLevel.ErrorsOnly }).ShouldHaveSingleItem().Name.ShouldBe("notify_errors_only");
        form.Changes(form.Entries with { Server = "" }).ShouldHaveSingleItem().Values.ShouldBeEmpty();
    }

    [Fact]
    public void Address_TypedWithAnInputMethod_IsWrittenInPlainSigns()
    {
        using var file = Open();
        var form = SettingsForm.Of(file);
        var typed = form.Entries with { Server = "https：／／１０。0。0。8：5081" };

        form.Hindrances(typed).ShouldBeEmpty();
        form.Changes(typed).Single().Values.ShouldBe(["https://10.0.0.8:5081"]);
        SettingsForm.TryGetServer(typed, out var server, out _, out _).ShouldBeTrue();
        server!.ToString().ShouldBe("https://10.0.0.8:5081");
    }

    [Theory]
    [InlineData("ftp://x", "", "server", "ftp://x")]
    [InlineData("两 个 词", "", "server", "两 个 词")]
    [InlineData("https://10.0.0.8", "/没有/这个.pem", "ca", "/没有/这个.pem")]
    public void Entry_ThatIsWrong_IsToldWithItsField(string server, string authority, string name, string words)
    {
        using var file = Open();
        var form = SettingsForm.Of(file);
        var typed = form.Entries with { Server = server, Authority = authority };

        var hindrance = form.Hindrances(typed).ShouldHaveSingleItem();
        hindrance.Name.ShouldBe(name);
        hindrance.Problem.ShouldContain(words);
        SettingsForm.TryGetServer(typed, out _, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(hindrance);
    }

    [Fact]
    public void Authority_WithAnAddressInPlaintext_IsToldAtTheAddress()
    {
        using var authority = new TestAuthority();
        using var file = Open();
        var form = SettingsForm.Of(file);

        form.Hindrances(form.Entries with { Server = "http://10.0.0.8", Authority = authority.CaPath })
            .ShouldHaveSingleItem().Name.ShouldBe("server");
        form.Hindrances(form.Entries with { Server = "https://10.0.0.8", Authority = $"\"{authority.CaPath}\"" }).ShouldBeEmpty();
    }

    [Fact]
    public void Mistake_InTheFile_IsShownAndHindersNoOtherChange()
    {
        _folder.Write("settings.conf", "server = ftp://x\nfolder = 相对\n");
        using var file = Open();
        var form = SettingsForm.Of(file);

        SettingsForm.Problems(form.Entries).Select(problem => problem.Name).ShouldBe(["server", "folder"]);
        var other = form.Entries with { Notify = NotifyLevel.EverySave };
        form.Hindrances(other).ShouldBeEmpty();
        file.TrySet(form.Changes(other)).ShouldBeTrue();
        File.ReadAllText(_folder.File("settings.conf")).ShouldBe("server = ftp://x\nfolder = 相对\nnotify_unchanged = 是\n");
    }

    [Fact]
    public void Settings_OfThePolicyAndTheCommandLine_AreFixedWithTheReason()
    {
        _folder.Write("settings.conf", "server = 10.0.0.8\n");
        _folder.Write("policy.conf", "server = 10.0.0.1\nnotify_unchanged = 是\n");
        using var file = Open((SettingNames.Folder, "/年报"));
        var form = SettingsForm.Of(file);

        form.Entries.Server.ShouldBe("10.0.0.1");
        form.Entries.Folders.ShouldBe(["/年报"]);
        form.WhyFixed(SettingNames.Server).ShouldBe(SettingsTexts.FixedByPolicy);
        form.WhyFixed(SettingNames.Folder).ShouldBe(SettingsTexts.FixedByCommandLine);
        form.WhyFixed(SettingNames.NotifyErrorsOnly).ShouldBe(SettingsTexts.FixedByPolicy);
        form.WhyFixed(SettingNames.Authority).ShouldBeNull();
        form.Changes(new SettingsEntries("10.0.0.9", "", ["/别处"], NotifyLevel.ErrorsOnly)).ShouldBeEmpty();
    }

    [Fact]
    public void Server_ThatNobodyHasSet_IsAskedFor()
    {
        using var file = Open();
        var form = SettingsForm.Of(file);

        form.ServerHint(form.Entries).ShouldBe(SettingsTexts.NoServer);
        form.ServerHint(form.Entries with { Server = "10.0.0.8" }).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private SettingsFile Open(params (string Name, string Value)[] overrides) =>
        SettingsFile.Open(new SettingsSources(_folder.File("settings.conf"), _folder.File("policy.conf"), overrides));
}
