using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests.Access;

/// <summary>A server that is killed while keys are made and taken back knows afterwards what it had acknowledged, each once and with its
/// entry in the audit.</summary>
[Trait("Size", "Long")]
[Trait("Size", "Exhaustive")]
public sealed class KilledWhileKeysChangeTests(PostgresCluster postgres, ITestOutputHelper output) : IClassFixture<PostgresCluster>
{
    private static readonly int Rounds = Exhaustive.Count(all: 8, some: 3);

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    [Fact]
    public Task SqliteServer_Killed_KnowsTheKeysThatItAcknowledged()
    {
        return RunAsync(new ServerProcess());
    }

    [PostgresFact]
    public async Task PostgresServer_Killed_KnowsTheKeysThatItAcknowledged()
    {
        var server = new ServerProcess();
        server.Options["VALIDATION__DATABASE"] = await postgres.CreateDatabaseAsync();
        await RunAsync(server);
    }

    private async Task RunAsync(ServerProcess server)
    {
        output.WriteLine(Exhaustive.Again);
        var random = new Random(Exhaustive.Seed);
        try
        {
            await server.InitializeAsync();
            for (var round = 0; round < Rounds; round++)
            {
                var changing = ChangeOnAsync(server);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 400)));
                await server.KillAsync();
                await changing.InTime();
                await server.InitializeAsync();
                await CheckAsync(server);
                output.WriteLine($"round {round}: {_known.Count} keys, {_known.Values.Count(revoked => revoked)} of them taken back");
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Makes keys and takes every other one back, until the server is gone.</summary>
    private async Task ChangeOnAsync(ServerProcess server)
    {
        var request = new CreateKeyRequest { Name = "区教育局", Roles = { Role.Clerk } };
        try
        {
            while (true)
            {
                var kept = await server.Keys.CreateAsync(request).ResponseAsync.InTime();
                _known[kept.Key.Id] = false;
                var revoked = await server.Keys.CreateAsync(request).ResponseAsync.InTime();
                _known[revoked.Key.Id] = false;
                await server.Keys.RevokeAsync(new RevokeKeyRequest { Id = revoked.Key.Id, Reason = "换人" }).ResponseAsync.InTime();
                _known[revoked.Key.Id] = true;
            }
        }
        catch (Exception gone) when (gone is RpcException or ObjectDisposedException)
        {
            // The channel goes with the server, perhaps between two calls.
        }
    }

    private async Task CheckAsync(ServerProcess server)
    {
        var keys = (await server.Keys.ListAsync(new ListKeysRequest()).ResponseAsync.InTime()).Keys;
        keys.Select(key => key.Id).ShouldBeUnique();
        foreach (var (id, revoked) in _known)
        {
            var key = keys.Single(key => key.Id == id);
            // What was not acknowledged may have been done all the same.
            (key.RevokedAt is not null || !revoked).ShouldBeTrue(id);
        }

        var audit = (await server.Keys.AuditAsync(new AuditRequest { Limit = 1000 }).ResponseAsync.InTime()).Entries;
        audit.Count(entry => entry.Action == "key_create").ShouldBe(keys.Count);
        audit.Count(entry => entry.Action == "key_revoke").ShouldBe(keys.Count(key => key.RevokedAt is not null));
        foreach (var key in keys)
        {
            _known[key.Id] = key.RevokedAt is not null;
        }
    }
}
