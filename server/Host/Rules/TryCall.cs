using Grpc.Core;
using Validation.Engine.Rules;
using Validation.Server.Checks;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>One Try call: the candidate is compiled once, then the drafts are checked one after the other, with the rules that were in
/// force at the beginning and with the candidate's. It reads on only when it has room.</summary>
internal sealed class TryCall(RuleDesk desk, RuleBook book, Drain drain)
{
    /// <exception cref="RpcException">INVALID_ARGUMENT: the candidate did not come first.</exception>
    public async Task RunAsync(
        IAsyncStreamReader<TryRequest> requests, IServerStreamWriter<TryReply> replies, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, drain.Begun);
        var candidate = await CandidateAsync(requests, replies, reading.Token);
        var before = book.Current.Rules;
        while (candidate is not null && await requests.MoveNext(reading.Token))
        {
            if (requests.Current.MessageCase != TryRequest.MessageOneofCase.Draft)
            {
                throw OutOfOrder();
            }

            await replies.WriteAsync(await desk.TryAsync(before, candidate, requests.Current.Draft, cancellationToken), cancellationToken);
        }
    }

    private static RpcException OutOfOrder()
    {
        return new RpcException(new Status(StatusCode.InvalidArgument, Texts.CandidateFirst));
    }

    /// <returns>Null: the candidate has problems, which were told.</returns>
    private async Task<RuleSet?> CandidateAsync(
        IAsyncStreamReader<TryRequest> requests, IServerStreamWriter<TryReply> replies, CancellationToken cancellationToken)
    {
        if (!await requests.MoveNext(cancellationToken) || requests.Current.MessageCase != TryRequest.MessageOneofCase.Candidate)
        {
            throw OutOfOrder();
        }

        var compilation = await desk.CompileAsync(Candidate.Read(requests.Current.Candidate), cancellationToken);
        if (compilation.RuleSet is null)
        {
            await replies.WriteAsync(new TryReply { Problems = { compilation.Problems } }, cancellationToken);
        }

        return compilation.RuleSet;
    }
}
