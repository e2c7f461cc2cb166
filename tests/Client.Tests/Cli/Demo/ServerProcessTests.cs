using System.Diagnostics;
using Validation.Cli.Demo;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli.Demo;

public sealed class ServerProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ValidationConnection _nobody = new(FakeServer.NobodysAddress());

    [Fact]
    public async Task Program_ThatEnds_IsNotWaitedForAndLeavesItsLastLines()
    {
        var start = Program(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "nosuch.dll");
        await using var server = ServerProcess.Start(start, _folder.File("server.log"))!;

        (await server.WaitUntilAnsweringAsync(_nobody, TestTime.Limit * 10, TimeProvider.System, default).InTime()).ShouldBeFalse();

        server.LastLines.ShouldNotBeEmpty();
        await server.DisposeAsync().AsTask().InTime();
        (await File.ReadAllTextAsync(_folder.File("server.log"))).ShouldContain("nosuch.dll");
    }

    [Fact]
    public void Program_ThatIsMissing_DoesNotStart() =>
        ServerProcess.Start(new ProcessStartInfo(_folder.File("nosuch")), _folder.File("server.log")).ShouldBeNull();

    [Fact]
    public async Task Program_StillRunning_EndsWithTheDemonstration()
    {
        // Both wait for a very long time, and both are everywhere.
        var start = OperatingSystem.IsWindows() ? Program("ping", "-n", "600", "127.0.0.1") : Program("sleep", "600");
        var server = ServerProcess.Start(start, _folder.File("server.log"))!;

        await server.DisposeAsync().AsTask().InTime();

        server.HasEnded.ShouldBeTrue();
    }

    public void Dispose()
    {
        _nobody.Dispose();
        _folder.Dispose();
    }

    private static ProcessStartInfo Program(string name, params string[] args) => new(name, args)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    };
}
