using System.Diagnostics;
using Grpc.Core;
using Validation.Latency.Saves;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Latency.Calls;

/// <summary>One measurement: a server, and callers that each make one call after the other over one connection.</summary>
internal sealed class CallRun(TimeSpan time)
{
    // A principal that sends more than 200 drafts a second is slowed down, and the waiting would be measured.
    private const int EveryCall = 100_000;

    private static readonly int[] Callers = [1, 32];

    // Bytes as they are: what is measured is the call, not the message.
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);
    private static readonly Method<byte[], byte[]> Health = new(MethodType.Unary, "grpc.health.v1.Health", "Check", Bytes, Bytes);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var server = new MeasuredServer { DraftsPerSecond = EveryCall };
        await server.StartAsync(cancellationToken);
        var invoker = server.Channel.CreateCallInvoker();
        var validator = new Validator.ValidatorClient(server.Channel);
        var draft = MeasuredDraft.Next(0);
#pragma warning disable CS0612 // What clients of version 0.2.0 say.
        var request = new ValidateRequest { Content = Google.Protobuf.ByteString.CopyFrom(draft.Content), OmitReport = true };
#pragma warning restore CS0612
        var kinds = new (string Name, Func<Task> Call)[]
        {
            ("empty call", () => invoker.AsyncUnaryCall(Health, null, default, []).ResponseAsync),
            ("sample", () => validator.ValidateAsync(request).ResponseAsync),
        };
        foreach (var (name, call) in kinds)
        {
            foreach (var callers in Callers)
            {
                // The first turn compiles what is needed, on both sides.
                await MeasureAsync(callers, call, cancellationToken);
                var before = server.Figures.Processor;
                var waits = await MeasureAsync(callers, call, cancellationToken);
                Print(name, callers, waits, server.Figures.Processor - before);
            }
        }
    }

    private async Task<List<double>> MeasureAsync(int callers, Func<Task> call, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var waits = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync(start, call, cancellationToken)));
        return [.. waits.SelectMany(wait => wait).Order()];
    }

    /// <returns>How long each call took, in milliseconds.</returns>
    private async Task<List<double>> CallAsync(long start, Func<Task> call, CancellationToken cancellationToken)
    {
        var waits = new List<double>();
        while (Stopwatch.GetElapsedTime(start) < time && !cancellationToken.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            await call();
            waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return waits;
    }

    private void Print(string name, int callers, List<double> waits, TimeSpan processor)
    {
        var rate = waits.Count / time.TotalSeconds;
        var (median, late, latest) = (waits[waits.Count / 2], waits[waits.Count * 95 / 100], waits[waits.Count * 99 / 100]);
        FormattableString calls = $"{name}, {callers} callers: {rate:F0} calls a second, median {median:F2} ms";
        FormattableString tail = $"95th percentile {late:F2} ms, 99th {latest:F2} ms";
        FormattableString cost = $"{processor.TotalMilliseconds / waits.Count:F2} ms of the server's processor a call";
        Console.WriteLine(string.Join(", ", new[] { calls, tail, cost }.Select(FormattableString.Invariant)));
    }
}
