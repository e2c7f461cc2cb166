using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>A backup with the command line, and a new server that is filled with it.</summary>
[Trait("Size", "Long")]
public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-backup-");

    private string Backup => Path.Combine(_folder.FullName, "backup");

    [Fact]
    public async Task Backup_RestoredOnANewServer_GivesTheSameAnswers()
    {
        var old = new ServerProcess();
        var fresh = new ServerProcess();
        try
        {
            await old.InitializeAsync();
            var version = (await old.StatusAsync()).Version;
            version = (await old.PublishAsync(version, TestRules.Finding("local-a"))).Publication.Version;
            (await RunAsync("backup", "--server", old.GrpcEndpoint)).ExitCode.ShouldBe(0);
            (await RunAsync("backup", "--server", old.GrpcEndpoint)).ErrorLines.ShouldHaveSingleItem().ShouldContain("已经存在");
            (await RunAsync("verify")).Output.ShouldContain("完整");
            (await RunAsync("restore", "--server", old.GrpcEndpoint)).ExitCode.ShouldBe(1);

            await fresh.InitializeAsync();
            var restored = await RunAsync("restore", "--server", fresh.GrpcEndpoint);

            restored.ExitCode.ShouldBe(0, restored.Errors);
            restored.Output.ShouldContain(version);
            (await fresh.CheckAsync()).ShouldBe(await old.CheckAsync());
            (await fresh.RuleSetAsync()).ShouldBe(await old.RuleSetAsync());
            await fresh.KillAsync();
            await fresh.InitializeAsync();
            (await fresh.StatusAsync()).ShouldBe(await old.StatusAsync());
        }
        finally
        {
            await fresh.DisposeAsync();
            await old.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("longer")]
    [InlineData("empty")]
    public async Task Verify_Damaged_SaysSo(string damage)
    {
        var server = new ServerProcess();
        try
        {
            await server.InitializeAsync();
            (await RunAsync("backup", "--server", server.GrpcEndpoint)).ExitCode.ShouldBe(0);
        }
        finally
        {
            await server.DisposeAsync();
        }

        var bytes = await File.ReadAllBytesAsync(Backup);
        bytes[bytes.Length / 2] ^= damage == "changed" ? (byte)1 : (byte)0;
        await File.WriteAllBytesAsync(Backup, damage switch
        {
            "cut" => bytes[..(bytes.Length / 2)],
            "longer" => [.. bytes, 0],
            "empty" => [],
            _ => bytes,
        });

        var run = await RunAsync("verify");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("损坏");
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }

    private Task<Finished> RunAsync(string command, params string[] options)
    {
        return ChildProcess.RunAsync("dotnet", [BuiltProgram.PathOf("client/Cli", "validate.dll"), "admin", command, Backup, .. options]);
    }
}
