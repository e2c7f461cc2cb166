using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>A client that others wrote and that has no contract at hand: it learns all from the server.</summary>
public sealed class ReflectionTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private const string Services =
        "grpc.health.v1.Health\tgrpc.reflection.v1.ServerReflection\tgrpc.reflection.v1alpha.ServerReflection\t" +
        "validation.v1.AcceptanceAdmin\tvalidation.v1.Archive\tvalidation.v1.BodyAdmin\tvalidation.v1.KeyAdmin\t" +
        "validation.v1.Operations\tvalidation.v1.RuleAdmin\tvalidation.v1.Validator";

    [ForeignClientFact("python")]
    public async Task Stranger_KnowsReflectionAlone_GetsTheSameFindings()
    {
        var expected = new List<string> { $"*\tgrpc.reflection.v1alpha\t{Services}", $"*\tgrpc.reflection.v1\t{Services}" };
        foreach (var sample in Repository.Samples)
        {
            var reply = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();
            expected.AddRange(FindingLines.Of(sample, reply));
        }

        var script = Repository.PathOf("tests", "tools", "reflect.py");
        var run = await ChildProcess.RunAsync(ForeignClient.Python.Runtime.Program, [script, server.GrpcEndpoint, .. Repository.Samples]);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.ShouldBe(expected);
    }
}
