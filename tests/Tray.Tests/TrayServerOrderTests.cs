using Validation.Client.Connection;
using Validation.Client.Settings;

namespace Validation.Tray.Tests;

/// <summary>Which server the program asks, whatever sources say something.</summary>
public sealed class TrayServerOrderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");
    private readonly string? _before = Environment.GetEnvironmentVariable(ServerAddress.EnvironmentVariable);

    [Theory]
    [InlineData("opfe", "http://option:5081")]
    [InlineData("ofe", "http://option:5081")]
    [InlineData("o", "http://option:5081")]
    [InlineData("pfe", "http://policy:5081")]
    [InlineData("pe", "http://policy:5081")]
    [InlineData("p", "http://policy:5081")]
    [InlineData("fe", "http://file:5081")]
    [InlineData("f", "http://file:5081")]
    [InlineData("e", "http://environment:5081")]
    [InlineData("", "http://127.0.0.1:5081")]
    public void Server_OfEachSource_HoldsInOneOrder(string sources, string server)
    {
        Environment.SetEnvironmentVariable(ServerAddress.EnvironmentVariable, sources.Contains('e') ? "environment" : null);
        var file = Write("settings.conf", sources.Contains('f') ? "server = file" : "");
        var policy = Write("policy.conf", sources.Contains('p') ? "server = policy" : "");
        string[] arguments = ["--settings", file, .. sources.Contains('o') ? new[] { "--server", "option" } : []];
        TrayCommandLine.TryParse(arguments, out var line, out var problem).ShouldBeTrue(problem);

        using var settings = SettingsFile.Open(line.Sources(policy));

        settings.Current.Server.ToString().ShouldBe(server);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ServerAddress.EnvironmentVariable, _before);
        _folder.Delete(recursive: true);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
