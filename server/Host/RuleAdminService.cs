using Grpc.Core;
using Validation.Engine.Rules.Sets;
using Validation.Server.Checks;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server;

/// <summary>The RuleAdmin service of the contract. What is as hard as checks waits for a place among them, one piece of work at a time;
/// when too much of it waits, it is refused with RESOURCE_EXHAUSTED.</summary>
internal sealed class RuleAdminService(
    RuleBook book, RuleDesk desk, RulePublisher publisher, RuleStatusReader status, IRuleStore store, AdministrationRight right,
    WatchHub hub, CallFrame calls, Drain drain)
    : RuleAdmin.RuleAdminBase
{
    private const int DefaultEntries = 50;
    private const int MaxEntries = 1_000;

    public override Task<RuleSetContent> GetRuleSet(GetRuleSetRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, async stop =>
        {
            var found = await desk.FindAsync(request.Version, stop);
            return new RuleSetContent
            {
                Version = found.Version,
                Sha256 = found.Stored.Sha256,
                NationalVersion = found.Stored.NationalVersion,
                National = { found.Stored.National },
                Overlay = new RuleOverlay { Files = { found.Stored.Overlay } },
                Rules = found.Whole.List,
                Publication = found.Stored.Publication,
            };
        });
    }

    public override Task<LintReply> Lint(LintRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, stop => desk.LintAsync(Candidate.Read(request.Candidate), stop));
    }

    public override Task<TestReply> Test(TestRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, stop => desk.TestAsync(Candidate.Read(request.Candidate), request.IncludeNational, stop));
    }

    public override Task<DiffReply> Diff(DiffRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, stop => request.ToCase switch
        {
            DiffRequest.ToOneofCase.Candidate => desk.DiffAsync(request.FromVersion, Candidate.Read(request.Candidate), stop),
            DiffRequest.ToOneofCase.ToVersion => desk.DiffAsync(request.FromVersion, request.ToVersion, stop),
            _ => throw new RpcException(new Status(StatusCode.InvalidArgument, Texts.NothingToCompare)),
        });
    }

    public override Task Try(
        IAsyncStreamReader<TryRequest> requestStream, IServerStreamWriter<TryReply> responseStream, ServerCallContext context)
    {
        return calls.AnswerAsync(context, async stop =>
        {
            await new TryCall(desk, book, drain).RunAsync(requestStream, responseStream, stop);
            return true;
        });
    }

    public override Task<PublishReply> Publish(PublishRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, stop =>
        {
            var signature = Signature.Read(request.Author, right.Principal(context), request.Reason, request.ExpectedVersion);
            return publisher.PublishAsync(Candidate.Read(request.Candidate), signature, stop);
        });
    }

    public override Task<PublishReply> Rollback(RollbackRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, stop =>
        {
            var signature = Signature.Read(request.Author, right.Principal(context), request.Reason, request.ExpectedVersion);
            return publisher.RollbackAsync(request.Version, signature, stop);
        });
    }

    public override Task<HistoryReply> History(HistoryRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, async stop =>
        {
            var limit = request.Limit <= 0 ? DefaultEntries : Math.Min(request.Limit, MaxEntries);
            return new HistoryReply { Entries = { await store.HistoryAsync(limit, Versions.Stored(request.BeforeVersion), stop) } };
        });
    }

    public override Task<ExplainReply> Explain(ExplainRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, _ => Task.FromResult(RuleExplanation.Of(book.Current.Whole, request.RuleId)
            ?? throw new RpcException(new Status(StatusCode.NotFound, Texts.NoSuchRule(request.RuleId)))));
    }

    public override Task<EvaluateReply> Evaluate(EvaluateRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, stop => desk.EvaluateAsync(request, stop));
    }

    public override Task<RuleStatus> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        return calls.AnswerAsync(context, _ => Task.FromResult(status.Read()));
    }

    public override async Task Watch(WatchRequest request, IServerStreamWriter<WatchReply> responseStream, ServerCallContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, drain.Begun);
        try
        {
            await hub.WatchAsync(request.KnownVersion, reply => responseStream.WriteAsync(reply, end.Token), end.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            throw drain.Begun.IsCancellationRequested
                ? new RpcException(new Status(StatusCode.Unavailable, Texts.Stopping))
                : new RpcException(new Status(StatusCode.Cancelled, Texts.Cancelled));
        }
    }
}
