using System.Collections.Concurrent;
using System.Diagnostics;
using Validation.Engine;
using Validation.Server.Telemetry;
using Validation.Server.Tests.Support;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Tests.Telemetry;

[Collection(AloneTests.Name)]
public sealed class TraceTests
{
    [Fact]
    public async Task Check_Listened_IsOneSpanOverReadParseAndRules()
    {
        var spans = new ConcurrentQueue<Activity>();
        await using var server = await RunningServer.StartSmallAsync();
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is CheckTrace.SourceName or ReportValidator.TraceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        var reply = await server.CheckAsync(await WarmUpReport.ReadAsync());

        // Other tests of this process make spans too.
        var own = spans.Where(span => span.TraceId == root.TraceId).ToList();
        var check = own.Single(span => span.OperationName == "check");
        own.Where(span => span != check).Select(span => (span.OperationName, span.ParentSpanId)).Order()
            .ShouldBe([("parse", check.SpanId), ("read", check.SpanId), ("rules", check.SpanId)]);
        check.GetTagItem("validation.verdict").ShouldBe(EnumWord<Verdict>.Of(reply.Verdict));
        check.GetTagItem("validation.document.format").ShouldBe("txt");
    }
}
