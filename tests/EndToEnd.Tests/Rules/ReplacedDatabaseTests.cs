using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>The database is deleted or replaced under a running server: checks go on, and what is acknowledged survives a crash.</summary>
[Trait("Size", "Long")]
public sealed class ReplacedDatabaseTests
{
    [Theory]
    [InlineData("deleted")]
    [InlineData("replaced")]
    [InlineData("cut")]
    public async Task Publish_DatabaseReplaced_IsRefusedOrSurvivesACrash(string how)
    {
        var server = new ServerProcess();
        try
        {
            await server.InitializeAsync();
            var national = (await server.StatusAsync()).Version;
            var older = Path.Combine(server.DataFolder, "older.db");
            File.Copy(DatabaseOf(server), older);
            var first = (await server.PublishAsync(national, TestRules.Finding("local-a"))).Publication.Version;
            Harm(server, how, older);

            var acknowledged = await TryPublishAsync(server, first);
            acknowledged.ShouldBe(first);
            // Either the trouble is shown, or what could not be confirmed turns out to be there.
            await Administrator.UntilAsync(async () =>
                await server.StatusAsync() is var status && (status.Problem.Length > 0 || status.Version != first)).InTime();
            var inForce = (await server.CheckAsync()).Provenance.RuleSetVersion;

            await server.KillAsync();
            await server.InitializeAsync();
            (await server.StatusAsync()).Version.ShouldBe(inForce);
            (await server.CheckAsync()).Findings.ShouldContain(finding => finding.RuleId == (inForce == first ? "local-a" : "local-b"));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static string DatabaseOf(ServerProcess server)
    {
        return Path.Combine(server.DataFolder, "validation.db");
    }

    private static void Harm(ServerProcess server, string how, string older)
    {
        switch (how)
        {
            case "deleted":
                File.Delete(DatabaseOf(server));
                break;
            case "replaced":
                File.Delete(DatabaseOf(server) + "-wal");
                File.Delete(DatabaseOf(server) + "-shm");
                File.Move(older, DatabaseOf(server), overwrite: true);
                break;
            default:
                File.WriteAllBytes(DatabaseOf(server), []);
                break;
        }
    }

    /// <returns>The version that was acknowledged last.</returns>
    private static async Task<string> TryPublishAsync(ServerProcess server, string version)
    {
        try
        {
            return (await server.PublishAsync(version, TestRules.Finding("local-b"))).Publication.Version;
        }
        catch (RpcException refusal)
        {
            refusal.StatusCode.ShouldBe(StatusCode.Unavailable, refusal.Status.Detail);
            return version;
        }
    }
}
