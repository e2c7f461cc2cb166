using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>The contract holds for clients that others wrote: they get the findings that ours gets.</summary>
public sealed class ForeignClientTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    [ForeignClientFact("python")]
    public Task Python_Samples_GetsTheSameFindings()
    {
        return GetsTheSameFindingsAsync(ForeignClient.Python);
    }

    [ForeignClientFact("node")]
    public Task Node_Samples_GetsTheSameFindings()
    {
        return GetsTheSameFindingsAsync(ForeignClient.Node);
    }

    private async Task GetsTheSameFindingsAsync(ForeignClient client)
    {
        client.Runtime.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
        var expected = new List<string>();
        foreach (var sample in Repository.Samples)
        {
            var reply = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();
            expected.AddRange(FindingLines.Of(sample, reply));
        }

        var run = await client.CheckAsync(server.GrpcEndpoint, Repository.Samples);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.ShouldBe(expected);
    }
}
