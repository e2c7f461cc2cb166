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
    RuleBook book, RuleDesk desk, RulePublisher publisher, RuleStatusReader status, IRuleStore store, AuditTrail trail,
    RuleUsageReader usage, InspectionDesk inspections, WatchHub hub, FailedTrials trials, Drain drain, ILogger<RuleAdminService> log)
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
        var signed = Sign(context, request.Author, request.Reason, request.ExpectedVersion);
        return AuditedAsync(context, "publish", signed.ThenAsync(signature => Candidate.ReadToPublish(request.Candidate, request.Empty)
            .ThenAsync(candidate => publisher.PublishAsync(
                candidate, request.Force, signature, Caller(context), context.CancellationToken))));
    }

    public override Task<PublishReply> Rollback(RollbackRequest request, ServerCallContext context)
    {
        var signed = Sign(context, request.Author, request.Reason, request.ExpectedVersion);
        return AuditedAsync(context, "rollback", signed
            .ThenAsync(signature => publisher.RollbackAsync(request.Version, signature, Caller(context), context.CancellationToken)));
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

    private static Outcome<Signature> Sign(ServerCallContext context, string author, string reason, string expectedVersion)
    {
        return Signature.Read(author, CallOrigin.Of(context.GetHttpContext()).Title, reason, expectedVersion);
    }

    /// <summary>Notes who changed the rules, or could not, and from where.</summary>
    private async Task<PublishReply> AuditedAsync(ServerCallContext context, string action, Task<Outcome<PublishReply>> change)
    {
        var outcome = await change;
        var publication = outcome.Answer?.Publication ?? outcome.Answer?.Proposed;
        var detail = outcome.Answer is { Unchanged: true }
            ? GrpcTexts.NothingChanged
            : publication is { Version: "" } ? GrpcTexts.ProposalNoted
            : publication?.Version ?? outcome.Refusal?.Reason ?? GrpcTexts.NotFitToPublish;
        var origin = CallOrigin.Of(context.GetHttpContext());
        trail.Note(origin, action, publication is null ? AuditTrail.Refused : AuditTrail.Done, detail);
        return outcome.OrThrow();
    }
}
