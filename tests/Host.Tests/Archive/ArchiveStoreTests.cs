using System.Text;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Archive;

/// <summary>What becomes of reports on file when the store is older, fails, is copied or comes back.</summary>
[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class ArchiveStoreTests(PostgresCluster postgres) : IDisposable
{
    private static readonly string[] Tables =
        ["audit", "filed_reports", "filed_originals", "filed_contents", "filed_findings", "archive_changes"];

    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    public static TheoryData<string, string> Steps
    {
        get
        {
            var steps = new TheoryData<string, string>();
            foreach (var database in ((IEnumerable<object[]>)Databases.Names).Select(row => (string)row[0]))
            {
                foreach (var table in Tables)
                {
                    steps.Add(database, table);
                }
            }

            return steps;
        }
    }

    /// <summary>The database fails at each step of filing: nothing half-written is left, and the version before stays current.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Filing_DatabaseFailsAtAStep_ChangesNothing(string database, string table)
    {
        await using var server = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var dialect = server.Services.GetRequiredService<StoreDialect>();
        var before = (await server.FileAsync(await WarmUpReport.ReadAsync(1))).Report;
        await Databases.ExecuteAsync(dialect, Databases.Break(database, table));

        var text = await WarmUpReport.ReadAsync(2);
        var refused = await Should.ThrowAsync<RpcException>(server.FileAsync(text));

        (refused.StatusCode, refused.Status.Detail).ShouldBe((StatusCode.Unavailable, StoreTexts.StoreFailed(database)));
        (await server.ListAsync(new FiledReportFilter { IncludeSuperseded = true })).ShouldBe([before]);
        await Databases.ExecuteAsync(dialect, Databases.Mend(database, table));
        (await server.FileAsync(await WarmUpReport.ReadAsync(2))).Superseded.ShouldBe(before);
        (await server.AuditAsync(null)).Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Store_OfTheVersionBefore_GainsTheArchiveAndKeepsItsRules(string database)
    {
        var dialect = await _databases.NewAsync(database);
        await new RuleStore(dialect, [.. Schema.Steps.Take(3)]).AddAsync(Stored.Version(0), default);

        (await new ArchiveReader(dialect).VersionAsync(default)).ShouldBe(default);

        (await new RuleStore(dialect).NewestAsync(default)).ShouldBeSame(Stored.Version(0));
        // A program that does not know of the archive goes on.
        (await new RuleStore(dialect, [.. Schema.Steps.Take(3)]).AddAsync(Stored.Version(1), default)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Backup_OfAnArchive_BringsEverythingToAnotherServer(string database)
    {
        await using var old = await RunningServer.StartAsync(null, await _databases.OptionAsync(database));
        var first = (await old.FileAsync(await WarmUpReport.ReadAsync(1))).Report;
        var second = (await old.FileAsync(await WarmUpReport.ReadAsync(2))).Report;
        var parts = new List<BackupPart>();
        using (var backup = new Operations.OperationsClient(old.Channel).Backup(new BackupRequest()))
        {
            while (await backup.ResponseStream.MoveNext(CancellationToken.None).InTime())
            {
                parts.Add(backup.ResponseStream.Current);
            }
        }

        foreach (var other in ((IEnumerable<object[]>)Databases.Names).Select(row => (string)row[0]))
        {
            await using var restored = await RunningServer.StartAsync(null, await _databases.OptionAsync(other));
            await RestoreAsync(restored, parts);

            (await restored.ListAsync(new FiledReportFilter { IncludeSuperseded = true })).ShouldBe(
                await old.ListAsync(new FiledReportFilter { IncludeSuperseded = true }));
            foreach (var id in new[] { first.Id, second.Id })
            {
                (await restored.GetAsync(id)).ShouldBe(await old.GetAsync(id));
                (await restored.OriginalAsync(id)).ShouldBe(await old.OriginalAsync(id));
            }

            // It goes on from there.
            (await restored.FileAsync(await WarmUpReport.ReadAsync(3))).Superseded.Id.ShouldBe(second.Id);
            // A store with a report on file is not written over.
            var refused = await Should.ThrowAsync<RpcException>(RestoreAsync(restored, parts));
            (refused.StatusCode, refused.Status.Detail).ShouldBe((StatusCode.FailedPrecondition, StoreTexts.StoreNotFresh));
            (await restored.ListAsync(new FiledReportFilter { IncludeSuperseded = true })).Count.ShouldBe(3);
        }
    }

    [Fact]
    public async Task Pack_OfAnySize_ComesBackAndFitsItsParts()
    {
        var random = new Random(1);
        foreach (var size in new[] { 0, 1, ArchivePack.PartBytes, (3 * ArchivePack.PartBytes) + 1 })
        {
            var content = new byte[size];
            random.NextBytes(content);

            var parts = ArchivePack.Pack(content);

            parts.ShouldAllBe(part => part.Length <= ArchivePack.PartBytes);
            ArchivePack.Unpack(parts).ShouldBe(content);
        }

        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(await WarmUpReport.ReadAsync(), 3)));
        ArchivePack.Pack(text).Sum(part => part.Length).ShouldBeLessThan(text.Length / 4);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static async Task RestoreAsync(RunningServer server, IEnumerable<BackupPart> parts)
    {
        using var restore = new Operations.OperationsClient(server.Channel).Restore();
        try
        {
            foreach (var part in parts)
            {
                await restore.RequestStream.WriteAsync(part).InTime();
            }

            await restore.RequestStream.CompleteAsync().InTime();
        }
        catch (Exception early) when (early is RpcException or InvalidOperationException)
        {
            // The server may refuse before it has read everything; the reply says why.
        }

        await restore.ResponseAsync.InTime();
    }
}
