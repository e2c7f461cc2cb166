using Validation.Tests.Support;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests.Rules;

[Trait("Size", "Long")]
public sealed class WatchersTests(ITestOutputHelper output)
{
    /// <summary>The limit is far above what is promised: how fast it really is depends on the machine, and is printed.</summary>
    [Fact]
    public async Task Watchers_AThousandOnOneServer_AllHearOfEveryPublish()
    {
        var program = BuiltProgram.PathOf("tests/Latency", "latency.dll");

        var run = await ChildProcess.RunAsync(
            "dotnet", program, "rules", "--count", "1000", "--publishes", "2", "--limit", "30000");

        output.WriteLine(run.Output);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.Count(line => line.StartsWith("publish ", StringComparison.Ordinal)).ShouldBe(2);
    }
}
