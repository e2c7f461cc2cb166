using Grpc.Core;
using Validation.Engine.Rules.Trying;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.Server.Publishing;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The RuleAdmin service of the contract. What is as hard as checks waits for a place among them, one piece of work at a time;
/// when too much of it waits, it is refused.</summary>
internal sealed class RuleAdminService(
    RuleBook book, RuleDesk desk, ChangeDesk changes, RuleStatusReader status, IRuleStore store, RuleUsageReader usage,
    InspectionDesk inspections, WatchHub hub, FailedTrials trials, Drain drain, ILogger<RuleAdminService> log)
    : RuleAdmin.RuleAdminBase
{
    private const int DefaultEntries = 50;
    private const int MaxEntries = 1_000;

    public override async Task<RuleSetContent> GetRuleSet(GetRuleSetRequest request, ServerCallContext context)
    {
        var found = await desk.FindAsync(request.Version, Caller(context), context.CancellationToken).OrThrow();
        return new RuleSetContent
        {
            Version = found.Version,
            Sha256 = found.Stored.Sha256,
            NationalVersion = found.Stored.NationalVersion,
            National = { found.Stored.National },
            Overlay = new RuleOverlay { Files = { found.Stored.Overlay } },
            Rules = found.Rules.List,
            Publication = found.Stored.Publication,
        };
    }

    public override Task<LintReply> Lint(LintRequest request, ServerCallContext context)
    {
        return Candidate.Read(request.Candidate)
            .ThenAsync(candidate => desk.LintAsync(candidate, Caller(context), context.CancellationToken))
            .OrThrow();
    }

    public override Task<TestReply> Test(TestRequest request, ServerCallContext context)
    {
        return Candidate.Read(request.Candidate)
            .ThenAsync(candidate => desk.TestAsync(candidate, request.IncludeNational, Caller(context), context.CancellationToken))
            .OrThrow();
    }

    public override Task<DiffReply> Diff(DiffRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var diff = request.ToCase switch
        {
            DiffRequest.ToOneofCase.Candidate => Candidate.Read(request.Candidate)
                .ThenAsync(candidate => desk.DiffAsync(request.FromVersion, candidate, Caller(context), stop)),
            DiffRequest.ToOneofCase.ToVersion => desk.DiffAsync(request.FromVersion, request.ToVersion, Caller(context), stop),
            _ => Task.FromResult<Outcome<DiffReply>>(new Refusal(RefusalKind.Invalid, GrpcTexts.NothingToCompare)),
        };
        return diff.OrThrow();
    }

    public override async Task Try(
        IAsyncStreamReader<TryRequest> requestStream, IServerStreamWriter<TryReply> responseStream, ServerCallContext context)
    {
        var call = new TryCall(desk, book, trials, drain, Caller(context));
        (await call.RunAsync(requestStream, responseStream, context.CancellationToken)).ThrowIfAny();
    }

    public override Task<PublishReply> Publish(PublishRequest request, ServerCallContext context)
    {
        return changes.PublishAsync(request, Origin(context), Caller(context), context.CancellationToken).OrThrow();
    }

    public override Task<PublishReply> Rollback(RollbackRequest request, ServerCallContext context)
    {
        return changes.RollbackAsync(request, Origin(context), Caller(context), context.CancellationToken).OrThrow();
    }

    public override async Task<HistoryReply> History(HistoryRequest request, ServerCallContext context)
    {
        var limit = request.Limit <= 0 ? DefaultEntries : Math.Min(request.Limit, MaxEntries);
        var start = HistoryStart.Read(request).OrThrow();
        return await new HistoryFilter(request).ReadAsync(store, limit, start, context.CancellationToken)
            ?? throw GrpcStatus.Exception(new Refusal(RefusalKind.NotFound, CommonTexts.NoSuchVersion(request.BeforeVersion)));
    }

    public override Task<ExplainReply> Explain(ExplainRequest request, ServerCallContext context)
    {
        Outcome<ExplainReply> explanation = RuleExplanation.Of(book.Current.Rules, request.RuleId) is { } found
            ? found
            : new Refusal(RefusalKind.NotFound, CommonTexts.NoSuchRule(request.RuleId));
        return Task.FromResult(explanation.OrThrow());
    }

    public override Task<EvaluateReply> Evaluate(EvaluateRequest request, ServerCallContext context)
    {
        return desk.EvaluateAsync(request, Caller(context), context.CancellationToken).OrThrow();
    }

    public override Task<InspectReply> Inspect(InspectRequest request, ServerCallContext context)
    {
        return inspections.InspectAsync(request, Caller(context), context.CancellationToken).OrThrow();
    }

    public override Task<RuleStatus> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        return Task.FromResult(status.Read());
    }

    public override Task<RuleUsage> GetUsage(GetUsageRequest request, ServerCallContext context)
    {
        return usage.ReadAsync(request.Days, context.CancellationToken);
    }

    public override Task Watch(WatchRequest request, IServerStreamWriter<WatchReply> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        GrpcLog.Watching(log, hub.Watchers + 1);
        return hub.WatchAsync(request.KnownVersion, reply => responseStream.WriteAsync(reply, stop), stop);
    }

    private static Principal Caller(ServerCallContext context)
    {
        return context.GetHttpContext().Principal();
    }

    private static CallOrigin Origin(ServerCallContext context)
    {
        return CallOrigin.Of(context.GetHttpContext());
    }
}
