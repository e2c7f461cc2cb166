using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Validation.Client.Connection;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests;

/// <summary>Three servers with one PostgreSQL, as processes, while clients check all the time: one is killed, rules are published, a key is
/// taken back, another server is restarted. Nobody notices anything but the new rules.</summary>
[Trait("Size", "Long")]
public sealed class ReplicaTests(PostgresCluster postgres, ITestOutputHelper output)
    : IClassFixture<PostgresCluster>, IAsyncLifetime, IDisposable
{
    private const string Key = "a-key-for-tests";

    private readonly TestAuthority _authority = new();
    private readonly List<Replica> _replicas = [];

    public async Task InitializeAsync()
    {
        if (PostgresCluster.Skip is not null)
        {
            return;
        }

        _authority.IssueServer();
        var database = await postgres.CreateDatabaseAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));
        _replicas.AddRange(Enumerable.Range(0, 3).Select(_ => new Replica(database, _authority.ServerPath, hash)));
        try
        {
            await Task.WhenAll(_replicas.Select(replica => replica.StartAsync()));
        }
        catch
        {
            // xunit disposes of nothing whose beginning fails.
            await DisposeAsync();
            throw;
        }
    }

    [NginxFact]
    public async Task Replicas_BehindNginx_LoseNoCheckWhileOneIsKilledAndOneRestarted()
    {
        await using var nginx = new Nginx([.. _replicas.Select(replica => replica.Endpoint)], _authority.Folder);
        nginx.Start();

        await RunAsync(nginx.Address);
    }

    [PostgresFact]
    public async Task Replicas_KnownToTheClient_LoseNoCheckWhileOneIsKilledAndOneRestarted()
    {
        await RunAsync(string.Join(',', _replicas.Select(replica => $"https://{replica.Endpoint}")));
    }

    [NginxFact]
    public async Task Configuration_AsDeployed_IsTakenByNginx()
    {
        await using var nginx = new Nginx([.. _replicas.Select(replica => replica.Endpoint)], _authority.Folder);

        var test = await nginx.TestAsync();

        test.ExitCode.ShouldBe(0, test.Errors);
    }

    public async Task DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }
    }

    public void Dispose() => _authority.Dispose();

    private async Task RunAsync(string servers)
    {
        ServerAddress.TryParse(servers, out var address).ShouldBeTrue();
        ServerTrust.TryPin(_authority.CaPath, out var trust, out _).ShouldBeTrue();
        using var rules = new RuleConnection(address, Key, new ConnectionOptions { Trust = trust });
        using (var probe = new ValidationConnection(address, new ConnectionOptions { Trust = trust }))
        {
            await Administrator.UntilAsync(() => probe.AnswersAsync(Waiting.Longest, CancellationToken.None)).InTime();
        }

        var before = await _replicas[0].VersionAsync();
        using var load = new SteadyLoad(address, trust);
        await load.MoreAsync();
        await _replicas[0].KillAsync();
        await load.MoreAsync();
        var published = await PublishAsync(rules, before);
        await load.MoreAsync();
        await RevokeAsync(rules);
        await load.MoreAsync();
        await _replicas[1].StopAsync();
        await load.MoreAsync();
        await _replicas[1].StartAsync();
        await _replicas[0].StartAsync();
        await load.MoreAsync();
        await load.EndAsync();

        output.WriteLine($"{load.Answered} drafts were answered");
        load.Failures.ShouldBeEmpty();
        // One reply for each version, byte for byte.
        load.Replies.Select(reply => reply.Provenance.RuleSetVersion).Order(StringComparer.Ordinal).ToArray()
            .ShouldBe([before, published], customMessage: string.Join("\n\n", load.Replies.Select(Brief)));
        load.Replies.ShouldAllBe(reply =>
            reply.Findings.Any(finding => finding.RuleId == "local-a") == (reply.Provenance.RuleSetVersion == published));
        foreach (var replica in _replicas)
        {
            (await replica.VersionAsync()).ShouldBe(published);
        }
    }

    /// <summary>What may differ between replies about one draft.</summary>
    private static string Brief(ValidateReply reply)
    {
        var brief = reply.Clone();
        brief.Report = null;
        return brief.ToString();
    }

    /// <summary>Publishes while one server is away, and says how long it takes until the others work with the new rules.</summary>
    private async Task<string> PublishAsync(RuleConnection rules, string before)
    {
        var request = new PublishRequest
        {
            Candidate = TestRules.Overlay(TestRules.Finding("local-a")), ExpectedVersion = before, Author = "张三", Reason = "测试",
        };
        var outcome = await rules.PublishAsync(request, CancellationToken.None).InTime();
        outcome.Failure.ShouldBeNull();
        var version = outcome.Reply!.Publication.Version;
        var watch = Stopwatch.StartNew();
        await Administrator.UntilAsync(async () =>
            await _replicas[1].VersionAsync() == version && await _replicas[2].VersionAsync() == version).InTime();
        output.WriteLine($"all servers work with {version} after {watch.ElapsedMilliseconds} ms");
        return version;
    }

    /// <summary>Gives a key out and takes it back, and says how long it takes until all servers refuse it.</summary>
    private async Task RevokeAsync(RuleConnection rules)
    {
        async Task<bool[]> TakenAsync(string secret) => await Task.WhenAll(_replicas.Skip(1).Select(replica => replica.TakesAsync(secret)));

        var keys = rules.Keys;
        var created = await keys.CreateAsync(new CreateKeyRequest { Name = "门户", Roles = { Role.Clerk } }, CancellationToken.None).InTime();
        created.TryGet(out var key, out var failure).ShouldBeTrue(failure?.Message);
        await Administrator.UntilAsync(async () => (await TakenAsync(key!.Secret)).All(taken => taken)).InTime();

        var revoked = await keys.RevokeAsync(new RevokeKeyRequest { Id = key!.Key.Id, Reason = "换人" }, CancellationToken.None).InTime();
        revoked.Failure.ShouldBeNull();
        var watch = Stopwatch.StartNew();
        await Administrator.UntilAsync(async () => !(await TakenAsync(key.Secret)).Any(taken => taken)).InTime();
        output.WriteLine($"all servers refuse the key after {watch.ElapsedMilliseconds} ms");
    }
}
