using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>A server whose certificate comes from an authority of the organization's own, as in most closed networks.</summary>
[Trait("Size", "Long")]
public sealed class PrivateAuthorityTests : IAsyncLifetime, IDisposable
{
    private const string Variable = "VALIDATION_CA";

    private static readonly string Draft = Repository.PathOf("tests", "samples", "xingtai-2024.txt");

    private readonly TestAuthority _authority = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("validation-tests-");
    private readonly string _address = $"https://127.0.0.1:{FreePort.Next()}";
    private ChildProcess? _server;

    public async Task InitializeAsync()
    {
        _authority.IssueServer();
        _server = ServerProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VALIDATION__GRPCURL"] = _address,
            ["VALIDATION__WEBURL"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["VALIDATION__CERTIFICATE__PATH"] = _authority.ServerPath,
            ["VALIDATION__DATAFOLDER"] = _data.FullName,
        });
        using var late = new CancellationTokenSource(Waiting.Longest);
        while (!_server.Output.Contains(_address, StringComparison.Ordinal))
        {
            _server.HasExited.ShouldBeFalse(_server.Output + _server.Errors);
            await Task.Delay(TimeSpan.FromMilliseconds(20), late.Token);
        }
    }

    [Theory]
    [InlineData("check", true)]
    [InlineData("check", false)]
    [InlineData("rules status", true)]
    [InlineData("rules status", false)]
    public async Task Authority_Named_IsTrusted(string command, bool byOption)
    {
        var run = byOption ? await RunAsync(command, null, "--ca", _authority.CaPath) : await RunAsync(command, _authority.CaPath);

        run.ExitCode.ShouldBe(0, run.Errors);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("rules status")]
    public async Task Authority_NotNamed_IsNotTrusted(string command)
    {
        var run = await RunAsync(command, null);

        run.ExitCode.ShouldBe(3, run.Output);
        var sentence = run.ErrorLines.ShouldHaveSingleItem();
        sentence.ShouldStartWith($"没有连接 {_address}：它的证书不受信任");
        sentence.ShouldContain("--ca");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("rules status")]
    public async Task Authority_Unreadable_AsksNoServer(string command)
    {
        var run = await RunAsync(command, Draft);

        run.ExitCode.ShouldBe(3, run.Output);
        run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("读不出证书文件");
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        _data.Delete(recursive: true);
    }

    public void Dispose() => _authority.Dispose();

    private async Task<Finished> RunAsync(string command, string? authority, params string[] options)
    {
        string[] drafts = command == "check" ? [Draft] : [];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { [Variable] = authority ?? "" };
        string[] program = [BuiltProgram.PathOf("client/Cli", "validate.dll"), .. command.Split(' '), "--server", _address];
        await using var child = ChildProcess.Start("dotnet", [.. program, .. options, .. drafts], environment);
        var code = await child.ExitAsync(Waiting.Longest);
        return new Finished(code, child.Output, child.Errors);
    }
}
