using Dapper;
using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Store;

/// <summary>What a server holds, copied while it works and given to another server, whichever databases the two have.</summary>
[Collection(PostgresTests.Name)]
[Trait("Size", "Long")]
public sealed class BackupTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var kinds = ((IEnumerable<object[]>)Databases.Names).Select(row => (string)row[0]).ToList();
            var pairs = new TheoryData<string, string>();
            foreach (var from in kinds)
            {
                foreach (var to in kinds)
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Restored_OnAnotherServer_GivesTheSameRulesHistoryAndFindings(string from, string to)
    {
        await using var old = await RunningServer.StartSmallAsync(await _databases.OptionAsync(from));
        await old.PublishAsync(TestRules.Finding("local-a", "第一版。"));
        await old.PublishAsync("- id: [");
        await old.PublishAsync(TestRules.Finding("local-a", "第二版。 𠀀"));
        var report = await WarmUpReport.ReadAsync(1);
        var backup = await BackUpAsync(old);

        await using var restored = await RunningServer.StartSmallAsync(await _databases.OptionAsync(to));
        var reply = await RestoreAsync(restored, backup);

        reply.Version.ShouldBe((await old.StatusAsync()).Version);
        (await restored.StatusAsync()).ShouldBe(await old.StatusAsync());
        (await restored.HistoryAsync()).ShouldBe(await old.HistoryAsync());
        foreach (var version in (await old.HistoryAsync()).Entries.Select(entry => entry.Version).Where(version => version.Length > 0))
        {
            var request = new GetRuleSetRequest { Version = version };
            (await restored.Admin.GetRuleSetAsync(request).ResponseAsync.InTime()).ToByteArray()
                .ShouldBe((await old.Admin.GetRuleSetAsync(request).ResponseAsync.InTime()).ToByteArray());
        }

        (await restored.CheckAsync(report)).Timeless().ShouldBe((await old.CheckAsync(report)).Timeless());
        // It goes on from there.
        (await restored.PublishAsync(TestRules.Finding("local-b"))).Publication.Version.ShouldEndWith("+3");
        (await restored.HistoryAsync()).Entries.Count.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Restore_SomethingWasPublished_ChangesNothing(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        await server.PublishAsync(TestRules.Finding("local-a"));
        var backup = await BackUpAsync(server);
        await server.PublishAsync(TestRules.Finding("local-b"));
        var before = await server.HistoryAsync();

        var refused = await Should.ThrowAsync<RpcException>(RestoreAsync(server, backup));

        (refused.StatusCode, refused.Status.Detail).ShouldBe((StatusCode.FailedPrecondition, StoreTexts.StoreNotFresh));
        (await server.HistoryAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("cut", StatusCode.InvalidArgument)]
    [InlineData("changed", StatusCode.InvalidArgument)]
    [InlineData("headless", StatusCode.InvalidArgument)]
    [InlineData("empty", StatusCode.InvalidArgument)]
    [InlineData("of another table", StatusCode.InvalidArgument)]
    [InlineData("newer", StatusCode.FailedPrecondition)]
    public async Task Restore_DamagedBackup_ChangesNothing(string damage, StatusCode expected)
    {
        await using var old = await RunningServer.StartSmallAsync();
        await old.PublishAsync(TestRules.Finding("local-a"));
        var backup = await BackUpAsync(old);
        Harm(backup, damage);
        await using var server = await RunningServer.StartSmallAsync();
        var before = await server.StatusAsync();

        var refused = await Should.ThrowAsync<RpcException>(RestoreAsync(server, backup));

        refused.StatusCode.ShouldBe(expected, refused.Status.Detail);
        (await server.StatusAsync()).ShouldBe(before);
        (await server.PublishAsync(TestRules.Finding("local-a"))).Publication.Version.ShouldEndWith("+1");
    }

    /// <summary>A table that is added to the store must not be missing from its backups, unless nobody may have what it holds, or it is of
    /// the moment.</summary>
    [Fact]
    public async Task Tables_OfTheStore_AreAllInABackupUnlessSecretOrPassing()
    {
        var dialect = await _databases.NewAsync("SQLite");
        await new RuleStore(dialect).NewestRevisionAsync(default);
        await using var connection = await dialect.OpenAsync(default);

        var tables = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'");

        tables.Except(["schema_version", "schema_reader", "sqlite_sequence"]).Order(StringComparer.Ordinal)
            .ShouldBe(Schema.Tables.Concat(Schema.SecretTables).Concat(Schema.PassingTables).Order(StringComparer.Ordinal));
        var numbered = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'");
        numbered.ShouldBe(Schema.NumberedTables.Select(table => table.Table));
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static void Harm(List<BackupPart> backup, string damage)
    {
        switch (damage)
        {
            case "cut":
                backup.RemoveAt(backup.Count - 1);
                break;
            case "changed":
                backup[1].Rows.Rows[0].Values[0].Text += "0";
                break;
            case "headless":
                backup.RemoveAt(0);
                break;
            case "empty":
                backup.Clear();
                break;
            case "newer":
                backup[0].Head.SchemaVersion = Schema.Steps.Count + 1;
                break;
            default:
                backup[1].Rows.Table = "schema_version";
                break;
        }
    }

    private static async Task<List<BackupPart>> BackUpAsync(RunningServer server)
    {
        var parts = new List<BackupPart>();
        using var call = new Operations.OperationsClient(server.Channel).Backup(new BackupRequest());
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            parts.Add(call.ResponseStream.Current);
        }

        parts[^1].End.ShouldNotBeNull();
        return parts;
    }

    private static async Task<RestoreReply> RestoreAsync(RunningServer server, List<BackupPart> backup)
    {
        using var call = new Operations.OperationsClient(server.Channel).Restore();
        try
        {
            foreach (var part in backup)
            {
                await call.RequestStream.WriteAsync(part).InTime();
            }

            await call.RequestStream.CompleteAsync().InTime();
        }
        catch (Exception early) when (early is RpcException or InvalidOperationException)
        {
            // The server has refused already; the reply says why.
        }

        return await call.ResponseAsync.InTime();
    }
}
