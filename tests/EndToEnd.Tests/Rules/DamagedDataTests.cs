using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>Damaged files never bring other rules than those that were in force, or those before.</summary>
[Trait("Size", "Long")]
public sealed class DamagedDataTests(PostgresCluster postgres) : IClassFixture<PostgresCluster>
{
    private const string Database = "validation.db";

    [Theory]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("garbage")]
    [InlineData("gone")]
    public async Task Database_Damaged_LastGoodRulesStayAndTheTroubleIsShown(string damage)
    {
        var server = new ServerProcess();
        try
        {
            var before = await PreparedAsync(server);
            await server.KillAsync();
            DamageDatabase(server, damage);
            await server.InitializeAsync();

            var status = await server.StatusAsync();
            status.Problem.ShouldNotBeEmpty();
            status.Version.ShouldBe(before.Provenance.RuleSetVersion);
            (await server.CheckAsync()).ShouldBe(before);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task DatabaseAndLastGood_Damaged_TheOneBeforeIsUsed()
    {
        var server = new ServerProcess();
        try
        {
            var newest = (await PreparedAsync(server)).Provenance.RuleSetVersion;
            await server.KillAsync();
            DamageDatabase(server, "garbage");
            Damage(Path.Combine(server.DataFolder, "last-good"), "cut");
            await server.InitializeAsync();

            var status = await server.StatusAsync();
            status.Problem.ShouldContain("损坏");
            status.Version.ShouldBe(newest.Replace("+2", "+1", StringComparison.Ordinal));
            (await server.CheckAsync()).Findings.ShouldContain(finding => finding.Message == "第一版。");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task LastGood_Damaged_StoreIsUsedAndItIsMended()
    {
        var server = new ServerProcess();
        try
        {
            var before = await PreparedAsync(server);
            await server.KillAsync();
            Damage(Path.Combine(server.DataFolder, "last-good"), "cut");
            await server.InitializeAsync();
            (await server.StatusAsync()).Problem.ShouldBeEmpty();
            (await server.CheckAsync()).ShouldBe(before);

            await server.KillAsync();
            DamageDatabase(server, "garbage");
            await server.InitializeAsync();
            (await server.CheckAsync()).ShouldBe(before);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task Postgres_OutOfReach_LastGoodRulesStayUntilItIsBack()
    {
        var server = new ServerProcess();
        server.Options["VALIDATION__DATABASE"] = await postgres.CreateDatabaseAsync();
        try
        {
            var before = await PreparedAsync(server);
            await server.KillAsync();
            await postgres.KillAsync();
            await server.InitializeAsync();

            (await server.StatusAsync()).Problem.ShouldNotBeEmpty();
            (await server.CheckAsync()).ShouldBe(before);
            var refused = await Should.ThrowAsync<Grpc.Core.RpcException>(server.PublishAsync(before.Provenance.RuleSetVersion));
            refused.StatusCode.ShouldBe(Grpc.Core.StatusCode.Unavailable);

            await postgres.StartAsync();
            await Administrator.UntilAsync(async () => (await server.StatusAsync()).Problem.Length == 0).InTime();
            (await server.PublishAsync(before.Provenance.RuleSetVersion)).Publication.Version.ShouldEndWith("+3");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>A server with two versions behind it.</summary>
    /// <returns>What it answers.</returns>
    private static async Task<ValidateReply> PreparedAsync(ServerProcess server)
    {
        await server.InitializeAsync();
        var first = await server.PublishAsync((await server.StatusAsync()).Version, TestRules.Finding("local-a", "第一版。"));
        await server.PublishAsync(first.Publication.Version, TestRules.Finding("local-a", "第二版。"));
        var reply = await server.CheckAsync();
        reply.Findings.ShouldContain(finding => finding.Message == "第二版。");
        return reply;
    }

    private static void DamageDatabase(ServerProcess server, string damage)
    {
        // The log of the last writes would mend it.
        File.Delete(Path.Combine(server.DataFolder, Database + "-wal"));
        File.Delete(Path.Combine(server.DataFolder, Database + "-shm"));
        Damage(Path.Combine(server.DataFolder, Database), damage);
    }

    private static void Damage(string file, string damage)
    {
        var bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
        switch (damage)
        {
            case "gone":
                File.Delete(file);
                break;
            case "garbage":
                new Random(1).NextBytes(bytes);
                File.WriteAllBytes(file, bytes);
                break;
            default:
                File.WriteAllBytes(file, damage == "cut" ? bytes[..(bytes.Length / 2)] : []);
                break;
        }
    }
}
