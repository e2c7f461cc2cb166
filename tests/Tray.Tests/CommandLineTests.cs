using Validation.Client;

namespace Validation.Tray.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void TryParse_OfNothing_AsksToRun()
    {
        CommandLine.TryParse([], out var line, out var problem).ShouldBeTrue(problem);

        line.Request.ShouldBe(Request.Run);
        line.Overrides.ShouldBeEmpty();
        line.SettingsFile.ShouldBeNull();
    }

    [Fact]
    public void TryParse_OfServerAndFolders_OverridesTheSettings()
    {
        string[] arguments =
            ["--install", "--server", "https://10.0.0.8:5081", "--folder", "/年报", "--folder", "/其他", "--settings", "/s.conf"];

        CommandLine.TryParse(arguments, out var line, out var problem).ShouldBeTrue(problem);

        line.Request.ShouldBe(Request.Install);
        line.SettingsFile.ShouldBe("/s.conf");
        line.Overrides.ShouldBe(
        [
            (SettingNames.Server, "https://10.0.0.8:5081"), (SettingNames.Folder, "/年报"), (SettingNames.Folder, "/其他"),
        ]);
    }

    [Theory]
    [InlineData("--install", nameof(Request.Install))]
    [InlineData("--uninstall", nameof(Request.Uninstall))]
    [InlineData("--version", nameof(Request.Version))]
    [InlineData("--help", nameof(Request.Help))]
    [InlineData("/?", nameof(Request.Help))]
    public void TryParse_OfARequest_KnowsIt(string argument, string request)
    {
        CommandLine.TryParse([argument], out var line, out _).ShouldBeTrue();

        line.Request.ToString().ShouldBe(request);
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
        CommandLine.TryParse(arguments, out var line, out var problem).ShouldBeFalse();

        line.ShouldBeNull();
        problem.ShouldContain(arguments[^1]);
    }
}
