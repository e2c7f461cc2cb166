using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using Validation.Client.Drafts;
using Validation.V1;
using Call = Grpc.Core.AsyncDuplexStreamingCall<Validation.V1.TryRequest, Validation.V1.TryReply>;

namespace Validation.Client.Connection;

/// <summary>Sends a candidate and then drafts over one call, a few at a time; gives the replies back in the order of the drafts.</summary>
/// <param name="open">Opens the call.</param>
/// <param name="explain">What the end of a call means.</param>
/// <param name="candidate">The candidate.</param>
/// <param name="drafts">The drafts.</param>
internal sealed class RuleTrial(
    Func<CancellationToken, Call> open, Func<Status, RuleCallFailure> explain, RuleOverlay candidate, IReadOnlyList<Draft> drafts)
{
    // Leaves room for the rest of the message below the server's limit of 4 MiB.
    private const int LargestDraft = 3 << 20;
    private const int InFlight = 8;

    private readonly Channel<(int Index, TrialOutcome Outcome)> _outcomes = Channel.CreateUnbounded<(int, TrialOutcome)>();

    /// <summary>Runs the trial, once.</summary>
    public async IAsyncEnumerable<TrialOutcome> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var room = new SemaphoreSlim(InFlight);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = ExchangeAsync(room, stop.Token);
        try
        {
            var early = new Dictionary<int, TrialOutcome>();
            var next = 0;
            await foreach (var (index, outcome) in _outcomes.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (outcome.Draft is null)
                {
                    yield return outcome;
                    yield break;
                }

                _ = index >= next && early.TryAdd(index, outcome);
                for (; early.Remove(next, out var due); next++)
                {
                    yield return due;
                    room.Release();
                }
            }

            if (next < drafts.Count)
            {
                yield return TrialOutcome.Lost(new RuleCallFailure(RuleFailureKind.ServerFailed, ConnectionTexts.NoTrialReply));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ExchangeAsync(SemaphoreSlim room, CancellationToken cancellationToken)
    {
        using var call = open(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAsync(call, room, ended.Token);
        try
        {
            await ReceiveAsync(call, cancellationToken);
            _outcomes.Writer.TryComplete();
        }
        catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
        {
            _outcomes.Writer.TryWrite((-1, TrialOutcome.Lost(explain(e.Status))));
            _outcomes.Writer.TryComplete();
        }
        catch (Exception e)
        {
            _outcomes.Writer.TryComplete(
                cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : e);
        }
        finally
        {
            await ended.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReceiveAsync(Call call, CancellationToken cancellationToken)
    {
        while (await call.ResponseStream.MoveNext(cancellationToken))
        {
            var reply = call.ResponseStream.Current;
            if (reply.Problems.Count > 0)
            {
                _outcomes.Writer.TryWrite((-1, TrialOutcome.Refused(reply)));
            }
            else if (int.TryParse(reply.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < drafts.Count)
            {
                _outcomes.Writer.TryWrite((index, TrialOutcome.Answered(drafts[index], reply)));
            }
        }
    }

    /// <summary>Sends the candidate and the drafts. A failure here also ends the receiving side, which reports its reason.</summary>
    private async Task SendAsync(Call call, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        await call.RequestStream.WriteAsync(new TryRequest { Candidate = candidate }, cancellationToken);
        for (var index = 0; index < drafts.Count; index++)
        {
            await room.WaitAsync(cancellationToken);
            await SendAsync(call, index, cancellationToken);
        }

        await call.RequestStream.CompleteAsync();
    }

    private async Task SendAsync(Call call, int index, CancellationToken cancellationToken)
    {
        var draft = drafts[index];
        var content = await draft.ReadAsync(cancellationToken);
        var problem = content.Failure?.Message
            ?? (content.Bytes.Length > LargestDraft ? ConnectionTexts.TrialTooLarge(LargestDraft) : null);
        if (problem is not null)
        {
            _outcomes.Writer.TryWrite((index, TrialOutcome.NotSent(draft, problem)));
            return;
        }

        var request = new ValidateRequest
        {
            Id = index.ToString(CultureInfo.InvariantCulture),
            FileName = draft.Name,
            Content = UnsafeByteOperations.UnsafeWrap(content.Bytes),
        };
        await call.RequestStream.WriteAsync(new TryRequest { Draft = request }, cancellationToken);
    }
}
