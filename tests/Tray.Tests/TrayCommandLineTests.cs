using Validation.Client.Drafts;
using Validation.Client.Settings;

namespace Validation.Tray.Tests;

public sealed class TrayCommandLineTests
{
    [Fact]
    public void TryParse_OfNothing_AsksToRun()
    {
        TrayCommandLine.TryParse([], out var line, out var problem).ShouldBeTrue(problem);

        line.Request.ShouldBe(TrayRequest.Run);
        line.Overrides.ShouldBeEmpty();
        line.SettingsFile.ShouldBeNull();
    }

    [Fact]
    public void TryParse_OfServerAndFolders_OverridesTheSettings()
    {
        string[] arguments =
            ["--install", "--server", "https://10.0.0.8:5081", "--folder", "/年报", "--folder", "/其他", "--settings", "/s.conf"];

        TrayCommandLine.TryParse(arguments, out var line, out var problem).ShouldBeTrue(problem);

        line.Request.ShouldBe(TrayRequest.Install);
        line.SettingsFile.ShouldBe("/s.conf");
        line.Overrides.ShouldBe(
        [
            (SettingNames.Server, "https://10.0.0.8:5081"), (SettingNames.Folder, "/年报"), (SettingNames.Folder, "/其他"),
        ]);
    }

    [Fact]
    public void TryParse_OfAStartInTheBackground_KnowsIt()
    {
        TrayCommandLine.TryParse([TrayCommandLine.Background, "--server", "10.0.0.8"], out var line, out var problem).ShouldBeTrue(problem);

        line.InBackground.ShouldBeTrue();
        line.Server.ShouldBe("10.0.0.8");
    }

    [Theory]
    [InlineData("--install", nameof(TrayRequest.Install))]
    [InlineData("--uninstall", nameof(TrayRequest.Uninstall))]
    [InlineData("--version", nameof(TrayRequest.Version))]
    [InlineData("--help", nameof(TrayRequest.Help))]
    [InlineData("/?", nameof(TrayRequest.Help))]
    public void TryParse_OfARequest_KnowsIt(string argument, string request)
    {
        TrayCommandLine.TryParse([argument], out var line, out _).ShouldBeTrue();

        line.Request.ToString().ShouldBe(request);
    }

    [Fact]
    public void TryParse_OfAnAddress_AsksToFollowIt()
    {
        TrayCommandLine.TryParse([TrayCommandLine.AddressOption, "validation-report:all"], out var line, out _).ShouldBeTrue();

        (line.Request, line.Address).ShouldBe((TrayRequest.Run, new ProgramAddress(ProgramWish.AllDrafts)));
    }

    [Theory]
    [InlineData("validation-report:calc.exe")]
    [InlineData("--uninstall")]
    [InlineData("validation-report:all", "--uninstall")]
    [InlineData("validation-report:", "--uninstall", "")]
    [InlineData("validation-report:all", "--settings", "x.conf")]
    public void TryParse_OfAnAddressThatIsNone_AsksForNothing(params string[] rest)
    {
        TrayCommandLine.TryParse([TrayCommandLine.AddressOption, .. rest], out var line, out _).ShouldBeTrue();

        line.ShouldBe(new TrayCommandLine { Request = TrayRequest.Nothing });
    }

    [Theory]
    [InlineData("--fast")]
    [InlineData("年报.docx")]
    [InlineData("--server")]
    [InlineData("--server", "https://10.0.0.8:99999")]
    [InlineData("--server", "ftp://10.0.0.8")]
    [InlineData("--folder", "年报")]
    public void TryParse_OfSomethingWrong_SaysWhat(params string[] arguments)
    {
        TrayCommandLine.TryParse(arguments, out var line, out var problem).ShouldBeFalse();

        line.ShouldBeNull();
        problem.ShouldContain(arguments[^1]);
    }
}
