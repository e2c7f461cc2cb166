using Grpc.Core;
using Validation.Engine.Rules.Compiling;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>One Try call: the candidate is compiled once, then the drafts are checked one after the other, with the rules that were in
/// force at the beginning and with the candidate's. It reads on only when it has room.</summary>
internal sealed class TryCall(RuleDesk desk, RuleBook book, FailedTrials trials, Drain drain, Principal principal)
{
    private string _digest = "";

    private static readonly Refusal OutOfOrder = new(RefusalKind.Invalid, GrpcTexts.CandidateFirst);

    /// <summary>Answers each draft of the call with what the candidate would change.</summary>
    /// <returns>Why the call ends before all is answered. Invalid: the candidate did not come first. Null: all is answered.</returns>
    public async Task<Refusal?> RunAsync(
        IAsyncStreamReader<TryRequest> requests, IServerStreamWriter<TryReply> replies, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, drain.Begun);
        var compiled = await CompileAsync(requests, reading.Token);
        if (!compiled.IsAnswered(out var compilation, out var refusal))
        {
            return refusal;
        }

        if (compilation.RuleSet is not { } candidate)
        {
            await replies.WriteAsync(new TryReply { Problems = { compilation.Problems } }, cancellationToken);
            return null;
        }

        var before = book.Current.Rules;
        while (await requests.MoveNext(reading.Token))
        {
            if (requests.Current.MessageCase != TryRequest.MessageOneofCase.Draft)
            {
                return OutOfOrder;
            }

            var tried = await desk.TryAsync(before, candidate, requests.Current.Draft, principal, cancellationToken);
            if (!tried.IsAnswered(out var reply, out refusal))
            {
                return refusal;
            }

            if (reply.RuleFailures.Count > 0)
            {
                trials.Note(_digest, reply.RuleFailures[0]);
            }

            await replies.WriteAsync(reply, cancellationToken);
        }

        return null;
    }

    private async Task<Outcome<RuleSetCompilation>> CompileAsync(
        IAsyncStreamReader<TryRequest> requests, CancellationToken cancellationToken)
    {
        return await requests.MoveNext(cancellationToken) && requests.Current.MessageCase == TryRequest.MessageOneofCase.Candidate
            ? await Candidate.Read(requests.Current.Candidate).ThenAsync(one =>
            {
                _digest = desk.DigestOf(one);
                return desk.CompileAsync(one, principal, cancellationToken);
            })
            : OutOfOrder;
    }
}
