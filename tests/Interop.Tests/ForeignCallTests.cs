using System.Diagnostics;
using Grpc.Net.Client;
using Validation.Interop.Protocol;
using Validation.Interop.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Interop.Tests;

/// <summary>What the calls of foreign clients leave behind in our server.</summary>
[Collection(SharedPrograms.Name)]
public sealed class ForeignCallTests(Programs programs)
{
    private const int ManyCalls = 10_000;

    private static readonly TimeSpan FreedWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [ForeignTheory(Peer.Python)]
    [InlineData("grpcio → ours")]
    [InlineData("grpcio → ours, TLS")]
    public Task ManyCalls_OfGrpcio_LeaveNothing(string pairing)
    {
        return LeaveNothingAsync(pairing);
    }

    [ForeignTheory(Peer.Node)]
    [InlineData("grpc-js → ours")]
    [InlineData("grpc-js → ours, TLS")]
    public Task ManyCalls_OfGrpcJs_LeaveNothing(string pairing)
    {
        return LeaveNothingAsync(pairing);
    }

    [ForeignTheory(Peer.Python)]
    [InlineData("grpcio → ours")]
    public Task Killed_Grpcio_FreesTheMethodWithinASecond(string pairing)
    {
        return FreesTheMethodAsync(pairing);
    }

    [ForeignTheory(Peer.Node)]
    [InlineData("grpc-js → ours")]
    public Task Killed_GrpcJs_FreesTheMethodWithinASecond(string pairing)
    {
        return FreesTheMethodAsync(pairing);
    }

    private async Task LeaveNothingAsync(string title)
    {
        var pairing = Pairing.Of(title);
        await RunManyAsync(pairing);
        var before = await LookAsync();

        await RunManyAsync(pairing);
        var after = await LookAsync();

        after.LiveCalls.ShouldBe(0);
        (after.ManagedBytes - before.ManagedBytes).ShouldBeLessThan(5_000_000);
        if (!pairing.Tls)
        {
            (after.Calls - before.Calls).ShouldBe(ManyCalls);
        }
    }

    private async Task RunManyAsync(Pairing pairing)
    {
        var run = await programs.RunAsync(pairing, "many_calls");
        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
    }

    private async Task FreesTheMethodAsync(string title)
    {
        var first = await TimeToFreeAsync(Pairing.Of(title));
        var best = first < FreedWithin ? first : await TimeToFreeAsync(Pairing.Of(title));

        best.ShouldBeLessThan(FreedWithin);
    }

    private async Task<TimeSpan> TimeToFreeAsync(Pairing pairing)
    {
        await using var client = await programs.StartAsync(pairing, "hang");
        await client.LineAsync("hanging", Longest);
        (await LookAsync()).LiveCalls.ShouldBe(1);

        await client.KillAsync();
        var watch = Stopwatch.StartNew();
        while ((await LookAsync()).LiveCalls > 0)
        {
            watch.Elapsed.ShouldBeLessThan(Longest);
        }

        return watch.Elapsed;
    }

    private async Task<Sight> LookAsync()
    {
        var server = await programs.ServerAsync(Peer.Own, tls: false);
        using var channel = GrpcChannel.ForAddress(server.Address);
        return await new Observer.ObserverClient(channel).LookAsync(new LookRequest()).ResponseAsync.InTime();
    }
}
