using System.Text.Json;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Access;

/// <summary>What an administrator does with keys, with the programs that are deployed: nothing between them is replaced.</summary>
[Trait("Size", "Long")]
public sealed class KeyCommandTests : IAsyncLifetime
{
    private readonly ServerProcess _server = new() { Options = { ["VALIDATION__ANONYMOUSVALIDATE"] = "false" } };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-keys-");

    private static string Draft => Repository.PathOf("tests", "samples", "xushui-2024.txt");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Keys_MadeShownTakenBack_OpenAndClose()
    {
        var publisher = await CreateAsync(null, "政务公开办", "--role", "publisher", "--role", "auditor");
        var clerk = await CreateAsync(publisher, "区教育局", "--role", "clerk", "--expires", "2999-12-31");

        (await RunAsync(null, "check", Draft)).Output.ShouldContain("需要密钥");
        (await RunAsync(clerk, "check", Draft)).ExitCode.ShouldBeLessThan(3);
        (await RunAsync(clerk, "check", Draft, Repository.PathOf("tests", "samples", "jiyuan-2024.txt"))).Output.ShouldNotContain("密钥");
        (await RunAsync(clerk, "keys", "list")).ExitCode.ShouldBe(1);

        var list = await RunAsync(publisher, "keys", "list", "--format", "json");
        var listed = JsonDocument.Parse(list.Output).RootElement.GetProperty("keys")[0];
        listed.GetProperty("name").GetString().ShouldBe("区教育局");
        listed.GetProperty("roles")[0].GetString().ShouldBe("ROLE_CLERK");
        (await RunAsync(publisher, "keys", "list")).Output.ShouldContain("有效到 3000-01-01");

        var revoked = await RunAsync(publisher, "keys", "revoke", listed.GetProperty("id").GetString()!, "--reason", "人员变动");
        revoked.ExitCode.ShouldBe(0, revoked.Errors);
        (await RunAsync(clerk, "check", Draft)).Output.ShouldContain("密钥已被收回");

        var audit = (await RunAsync(publisher, "admin", "audit")).Output;
        audit.ShouldContain("key_revoke done");
        audit.ShouldContain("wrong_key refused");
        audit.ShouldContain("127.0.0.1");
    }

    [Fact]
    public async Task Key_MadeByTheServerProgram_OpensTheServer()
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["VALIDATION__DATAFOLDER"] = _server.DataFolder };
        await using var program = ChildProcess.Start(
            "dotnet", [BuiltProgram.PathOf("server/Host", "validation-server.dll"), "create-key", "机房"], options);
        (await program.ExitAsync(Waiting.Longest)).ShouldBe(0, program.Errors);
        var key = program.Output.Trim();

        // The running server hears of it within a second.
        await Administrator.UntilAsync(async () =>
        {
            var created = await RunAsync(key, "keys", "create", "区教育局", "--role", "clerk");
            (created.ExitCode == 0 || created.Errors.Contains("密钥不对", StringComparison.Ordinal)).ShouldBeTrue(created.Errors);
            return created.ExitCode == 0;
        }).InTime();
        program.Errors.ShouldContain("机房");
    }

    [Theory]
    [InlineData("--role", "root")]
    [InlineData("--role", "1")]
    [InlineData("--role", "clerk", "--expires", "明天")]
    public async Task Key_WithOptionsThatMakeNoSense_IsNotAskedFor(params string[] options)
    {
        var run = await RunAsync(null, ["keys", "create", "甲", .. options]);

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("“");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> CreateAsync(string? by, params string[] arguments)
    {
        var run = await RunAsync(by, ["keys", "create", .. arguments]);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("只显示这一次");
        return run.Output.Trim();
    }

    /// <summary>Runs the program with a key in a file.</summary>
    private async Task<Finished> RunAsync(string? key, params string[] arguments)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(file, key);
        string[] shown = key is null ? [] : ["--key-file", file];
        return await Cli.RunAsync([.. arguments, "--server", $"http://{_server.GrpcEndpoint}", .. shown]);
    }
}
