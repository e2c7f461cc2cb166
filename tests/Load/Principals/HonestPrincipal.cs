using System.Diagnostics;
using Grpc.Core;
using Validation.V1;

namespace Validation.Load.Principals;

/// <summary>A principal that sends one small draft after the other and reads the answers.</summary>
internal sealed class HonestPrincipal(Principal principal, IReadOnlyList<string> formats)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Bytes as they are: an empty call is the floor of every other.
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);
    private static readonly Method<byte[], byte[]> Health = new(MethodType.Unary, "grpc.health.v1.Health", "Check", Bytes, Bytes);

    private readonly Validator.ValidatorClient _client = new(principal.Channel);
    private readonly CallInvoker _invoker = principal.Channel.CreateCallInvoker();
    private int _number;

    /// <summary>Closed loop: the next call begins when the last one has ended.</summary>
    public async Task CallAsync(int calls, Figures figures, CancellationToken cancellationToken)
    {
        for (var call = 0; call < calls; call++)
        {
            await OneAsync(Stopwatch.GetTimestamp(), figures, cancellationToken);
        }
    }

    /// <summary>Open loop: calls begin at their time, whatever became of those before; a call that is late counts from its time.</summary>
    public async Task CallAsync(double perSecond, TimeSpan time, Figures figures, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var open = new List<Task>();
        for (var call = 0; call / perSecond < time.TotalSeconds; call++)
        {
            var due = start + (long)(call / perSecond * Stopwatch.Frequency);
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, cancellationToken);
            }

            open.Add(OneAsync(due, figures, cancellationToken));
        }

        await Task.WhenAll(open);
    }

    /// <summary>Empty calls, for comparison.</summary>
    public async Task CallNothingAsync(int calls, Figures figures, CancellationToken cancellationToken)
    {
        for (var call = 0; call < calls; call++)
        {
            var start = Stopwatch.GetTimestamp();
            var options = new CallOptions(principal.Headers, cancellationToken: cancellationToken);
            await _invoker.AsyncUnaryCall(Health, null, options, []);
            figures.Answer(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private async Task OneAsync(long start, Figures figures, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _number);
        var draft = Drafts.Next(formats[number % formats.Count], number);
        try
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + Patience;
            var reply = await _client.ValidateAsync(draft, principal.Headers, deadline, cancellationToken);
            if (reply.Id != draft.Id || reply.Verdict == Verdict.NotDecided)
            {
                throw new InvalidOperationException($"{draft.FileName}: {reply.Id} {reply.Verdict} {reply.Reason}");
            }

            figures.Answer(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            figures.End(fault);
        }
    }
}
