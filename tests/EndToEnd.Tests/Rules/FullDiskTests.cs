using Grpc.Core;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Rules;

/// <summary>The disk of a server's data is full: it goes on checking, refuses what it cannot keep, and loses nothing.</summary>
[Trait("Size", "Long")]
public sealed class FullDiskTests
{
    private const int Kibibytes = 16 * 1024;

    // More than what SQLite may still have free in its files.
    private static readonly string Large = $"# {new string('x', 500_000)}\n";

    [DiskFact]
    public async Task Data_DiskIsFull_KeepsWhatWasAcknowledgedAndRefusesTheRest()
    {
        var server = new ServerProcess();
        Directory.CreateDirectory(server.DataFolder);
        await using var disk = await SmallDisk.MountAsync(server.DataFolder, Kibibytes);
        try
        {
            await server.InitializeAsync();
            var published = await server.PublishAsync((await server.StatusAsync()).Version, TestRules.Finding("local-a"));
            var version = published.Publication.Version;
            var key = await server.Keys.CreateAsync(Request()).ResponseAsync.InTime();
            var before = await server.CheckAsync();
            disk.Fill();

            var refused = await Should.ThrowAsync<RpcException>(server.PublishAsync(version, TestRules.Finding("local-b"), Large));
            refused.StatusCode.ShouldBe(StatusCode.Unavailable);
            (await server.CheckAsync()).ShouldBe(before);

            await server.KillAsync();
            await server.InitializeAsync();
            (await server.StatusAsync()).Version.ShouldBe(version);
            (await server.CheckAsync()).ShouldBe(before);
            await Should.ThrowAsync<RpcException>(server.PublishAsync(version, TestRules.Finding("local-b"), Large));

            disk.Free();
            var next = await server.PublishAsync(version, TestRules.Finding("local-b"), Large);
            next.Publication.PreviousVersion.ShouldBe(version);
            (await server.Keys.ListAsync(new ListKeysRequest()).ResponseAsync.InTime()).Keys.ShouldContain(one => one.Id == key.Key.Id);
            var history = await server.Admin.HistoryAsync(new HistoryRequest()).ResponseAsync.InTime();
            history.Entries.Where(entry => entry.Version.Length > 0).Select(entry => entry.Version)
                .ShouldBe([next.Publication.Version, version]);
        }
        finally
        {
            await server.KillAsync();
        }
    }

    private static CreateKeyRequest Request() => new() { Name = "区教育局", Roles = { Role.Clerk } };
}
