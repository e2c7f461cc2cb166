using Grpc.Core;
using Grpc.Net.Client;
using Validation.Interop.Protocol;
using Validation.Interop.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Interop.Tests;

/// <summary>Calls that a foreign HTTP/2 implementation breaks, in the one direction and in the other.</summary>
[Collection(SharedPrograms.Name)]
public sealed class BrokenCallTests(Programs programs)
{
    [ForeignTheory(Peer.Node)]
    [InlineData("half_message", 200, StatusCode.Internal)]
    [InlineData("half_header", 200, StatusCode.Internal)]
    [InlineData("no_message", 200, StatusCode.Internal)]
    [InlineData("unknown_compression", 200, StatusCode.Unimplemented)]
    [InlineData("unnamed_compression", 200, StatusCode.Internal)]
    [InlineData("wrong_content_type", 415, StatusCode.Internal)]
    public async Task OurServer_ForeignClientBreaksTheCall_AnswersWithTheStatus(string fault, int http, StatusCode expected)
    {
        var node = Peer.Of(Peer.Node);
        var server = await programs.ServerAsync(Peer.Own, tls: false);

        var run = await ChildProcess.RunAsync(
            node.Runtime!.Program, Peer.File(Peer.NodeFolder, "faults.js"), "--server", server.Address, "--fault", fault);

        run.ExitCode.ShouldBe(0, run.Errors);
        var words = run.Lines[0].Split(' ');
        words[..2].ShouldBe([$"{http}", $"{(int)expected}"], run.Output);
        if (fault == "unknown_compression")
        {
            words[2].Split(',').ShouldBe(["identity", "gzip"]);
        }
    }

    [ForeignTheory(Peer.Node)]
    [InlineData("half_message", StatusCode.Internal)]
    [InlineData("half_header", StatusCode.Internal)]
    [InlineData("no_message", StatusCode.Internal)]
    [InlineData("unknown_compression", StatusCode.Internal)]
    [InlineData("wrong_content_type", StatusCode.Unknown)]
    [InlineData("not_found", StatusCode.Unimplemented)]
    [InlineData("no_status", StatusCode.Unknown)]
    public async Task OurClient_ForeignServerBreaksTheCall_FailsWithTheStatus(string fault, StatusCode expected)
    {
        var node = Peer.Of(Peer.Node);
        await using var server = await PeerServer.StartAsync(
            [node.Runtime!.Program, Peer.File(Peer.NodeFolder, "broken-server.js")]);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new TestService.TestServiceClient(channel);

        var failure = await Should.ThrowAsync<RpcException>(
            () => client.EmptyCallAsync(new Empty(), new Metadata { { "x-fault", fault } }).ResponseAsync.InTime());

        failure.StatusCode.ShouldBe(expected, failure.Status.Detail);
    }

    [Fact]
    public async Task OurServer_AfterAllCases_HasLoggedNoErrorButThatOfTheBrokenMethod()
    {
        foreach (var pairing in Pairing.All.Where(pairing => pairing.Server == Peer.Own && Peer.Of(pairing.Client).Runtime?.Skip is null))
        {
            await programs.ResultsAsync(pairing);
            var server = await programs.ServerAsync(Peer.Own, pairing.Tls);
            // The log is written in the background.
            await OutputLines.UntilAsync(() => Count(server, "Error when executing") == Count(server, nameof(OverflowException)), server);
        }
    }

    private static int Count(PeerServer server, string text)
    {
        return server.Output.Split(text).Length;
    }
}
