using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests.Archive;

/// <summary>A server that is killed while a report is filed has it afterwards whole or not at all, and whole once it was acknowledged.
/// </summary>
[Trait("Size", "Long")]
[Trait("Size", "Exhaustive")]
public sealed class KilledWhileFilingTests(PostgresCluster postgres, ITestOutputHelper output) : IClassFixture<PostgresCluster>
{
    // Several pages of the database, and several parts of the original.
    private const int Noise = 800_000;

    private static readonly int Rounds = Exhaustive.Count(all: 10, some: 4);

    private readonly List<FiledReport> _acknowledged = [];

    [Fact]
    public Task SqliteServer_KilledAtAnyMoment_LosesNothing()
    {
        return RunAsync(new ServerProcess());
    }

    [PostgresFact]
    public async Task PostgresServer_KilledAtAnyMoment_LosesNothing()
    {
        var server = new ServerProcess();
        server.Options["VALIDATION__DATABASE"] = await postgres.CreateDatabaseAsync();
        await RunAsync(server);
    }

    /// <summary>Killed at each step on the files of SQLite by which a report gets to the disk.</summary>
    [StraceFact]
    public async Task SqliteServer_KilledAtAStepOfFiling_LosesNothing()
    {
        output.WriteLine(Exhaustive.Again);
        await using var server = new Ending(new ServerProcess());
        await server.Process.InitializeAsync();
        await FileAsync(server.Process, 0);
        int steps;
        await using (var calls = await SystemCalls.WatchAsync(server.Process, step: 0))
        {
            await FileAsync(server.Process, 1);
            await calls.EndAsync();
            steps = calls.Steps;
        }

        steps.ShouldBeGreaterThan(10);
        var killed = 0;
        foreach (var step in Exhaustive.Pick(Enumerable.Range(1, steps), some: 6).Prepend(1).Append(steps - 1).Distinct())
        {
            await using (await SystemCalls.WatchAsync(server.Process, step))
            {
                killed += await TryFileAsync(server.Process, 1 + step) ? 0 : 1;
            }

            await server.Process.KillAsync();
            await CheckAsync(server.Process);
            output.WriteLine($"step {step} of {steps}: {_acknowledged.Count} reports");
        }

        killed.ShouldBeGreaterThan(3);
    }

    private async Task RunAsync(ServerProcess process)
    {
        output.WriteLine(Exhaustive.Again);
        var random = new Random(Exhaustive.Seed);
        await using var server = new Ending(process);
        await process.InitializeAsync();
        await FileAsync(process, 0);
        var number = 1;
        for (var round = 0; round < Rounds; round++)
        {
            var filing = Task.Run(async () =>
            {
                while (await TryFileAsync(process, number++))
                {
                    // On and on, until the server is gone.
                }
            });
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 1_500)));
            await process.KillAsync();
            await filing.InTime();
            await CheckAsync(process);
            output.WriteLine($"round {round}: {_acknowledged.Count} reports");
        }
    }

    private async Task FileAsync(ServerProcess server, int number)
    {
        using var filer = new Filer(server);
        _acknowledged.Add(await filer.FileAsync(Filer.Report(number, Noise)));
    }

    /// <returns>False: the server is gone.</returns>
    private async Task<bool> TryFileAsync(ServerProcess server, int number)
    {
        try
        {
            await FileAsync(server, number);
            return true;
        }
        catch (Exception gone) when (gone is RpcException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // An IOException comes of a write into a connection that was being made when the server was killed.
            return false;
        }
    }

    /// <summary>Starts the killed server again, and looks at everything that is on file.</summary>
    private async Task CheckAsync(ServerProcess server)
    {
        await server.InitializeAsync();
        using var filer = new Filer(server);
        var reports = await filer.WholeReportsAsync();
        _acknowledged.Select(report => report.Id).Except(reports.Select(report => report.Id)).ShouldBeEmpty();
        var audit = await server.Keys.AuditAsync(new AuditRequest { Limit = 1000 }).ResponseAsync.InTime();
        audit.Entries.Count(entry => entry.Action == "archive_file").ShouldBe(reports.Count);
        // What was not acknowledged may have been filed all the same.
        _acknowledged.Clear();
        _acknowledged.AddRange(reports);
    }

    /// <summary>Ends the server with the test.</summary>
    private sealed class Ending(ServerProcess process) : IAsyncDisposable
    {
        public ServerProcess Process => process;

        public async ValueTask DisposeAsync() => await process.DisposeAsync();
    }
}
