using System.Text;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Settings;

/// <summary>What stays of a file that somebody wrote by hand when the program writes a setting into it.</summary>
public sealed class SettingsTextTests : IDisposable
{
    private const string ByHand =
        "\n# 张三写的说明，不要删\n\nserver = https://10.0.0.8:5081   \n;旧的写法\nFolder = D:\\甲\n# 乙的说明\nfolder=D:\\乙\n"
        + "unknown_key = 保留我\n\n\tsound = 否\n\n\n";

    private readonly TestFolder _folder = new();

    private string Conf => _folder.File("settings.conf");

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\n", false)]
    [InlineData("\r\n", true)]
    [InlineData("\r\n", false)]
    public void Write_OfOneSetting_LeavesEverythingElse(string newLine, bool hasMark)
    {
        var before = ByHand.Replace("\n", newLine, StringComparison.Ordinal);
        File.WriteAllText(Conf, before, new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasMark));
        using var file = Open();

        file.TrySet("sound", "是").ShouldBeTrue();

        Text().ShouldBe(before.Replace("\tsound = 否", "sound = 是", StringComparison.Ordinal));
        File.ReadAllBytes(Conf)[..3].ShouldBe(Encoding.UTF8.GetPreamble(), "editors tell by it that the text is UTF-8");
        file.Current.Sound.ShouldBeTrue();
        file.Current.Server.ToString().ShouldBe("https://10.0.0.8:5081");
    }

    [Fact]
    public void Write_OfAFolderMore_LeavesTheLinesOfTheOthers()
    {
        _folder.Write("settings.conf", ByHand);
        using var file = Open();

        file.TrySet("folder", @"D:\乙", @"D:\甲", @"D:\丙").ShouldBeTrue();
        Text().ShouldBe(ByHand.Replace("folder=D:\\乙\n", "folder=D:\\乙\nfolder = D:\\丙\n", StringComparison.Ordinal));

        file.TrySet("folder", @"D:\乙", @"D:\丙").ShouldBeTrue();
        Text().ShouldContain(";旧的写法\n# 乙的说明\nfolder=D:\\乙\nfolder = D:\\丙\nunknown_key");
    }

    [Theory]
    [InlineData("sound = 否", "sound = 是\n")]
    [InlineData("sound = 否\nrecheck_days = 3", "sound = 是\nrecheck_days = 3")]
    [InlineData("# 说明", "# 说明\nsound = 是\n")]
    [InlineData("recheck_days = 3", "recheck_days = 3\nsound = 是\n")]
    [InlineData("# sound = 是\n# 完", "# sound = 是\nsound = 是\n# 完")]
    [InlineData("# sound = 是", "# sound = 是\nsound = 是\n")]
    [InlineData("# 一行\u2028还是这一行\nsound = 否\nfolder = /年报", "# 一行\u2028还是这一行\nsound = 是\nfolder = /年报")]
    [InlineData("sound = 否\nsound = 是\n", "sound = 是\n")]
    [InlineData("", "sound = 是\n")]
    public void Write_IntoATextOfAnyEnd_ChangesThatLineAlone(string before, string after) =>
        SettingsText.With(before, "sound", ["是"]).ShouldBe(after);

    [Fact]
    public void Write_OfNoValue_TakesTheLinesAway() =>
        SettingsText.With("a = 1\nserver = x\n# 说明\nSERVER = y", "server", []).ShouldBe("a = 1\n# 说明\n");

    [Fact]
    public void Write_OfSeveralSettings_IsHeardOnce()
    {
        _folder.Write("settings.conf", ByHand);
        using var file = Open();
        var heard = new List<ClientSettings>();
        file.Changed = heard.Add;

        file.TrySet([new("server", ["10.0.0.9"]), new("recheck_days", ["3"])]).ShouldBeTrue();

        heard.ShouldHaveSingleItem().RecheckDays.ShouldBe(3);
        Text().ShouldBe(ByHand.Replace("https://10.0.0.8:5081   ", "10.0.0.9", StringComparison.Ordinal) + "recheck_days = 3\n");
        file.ValuesOf("folder").ShouldBe([@"D:\甲", @"D:\乙"]);
        file.ValuesOf("recheck_days").ShouldBe(["3"]);
        file.ValuesOf("key").ShouldBeEmpty();
    }

    [Fact]
    public void Write_OfSettingsOneOfWhichIsFixed_ChangesNothing()
    {
        _folder.Write("settings.conf", ByHand);
        _folder.Write("policy.conf", "server = 10.0.0.1");
        using var file = SettingsFile.Open(new SettingsSources(Conf, _folder.File("policy.conf"), []));

        file.TrySet([new("recheck_days", ["3"]), new("server", ["10.0.0.9"])]).ShouldBeFalse();

        Text().ShouldBe(ByHand);
    }

    public void Dispose() => _folder.Dispose();

    private SettingsFile Open() => SettingsFile.Open(new SettingsSources(Conf, PolicyPath: null, []));

    /// <summary>The text without the mark before it, its line ends as they are.</summary>
    private string Text() => File.ReadAllText(Conf);
}
