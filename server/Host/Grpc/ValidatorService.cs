using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The Validator service of the contract. Beyond what the contract says:
/// <list type="bullet">
/// <item>A server that shuts down takes no new drafts, answers those at hand for a moment, and ends the calls with UNAVAILABLE.</item>
/// <item>A principal that sends too much is slowed down, and then refused with RESOURCE_EXHAUSTED; a server that others fill refuses with
/// UNAVAILABLE. Both say in the trailer grpc-retry-pushback-ms when to come again. The drafts of a ValidateStream call wait instead: the
/// server reads on when it has room.</item>
/// <item>A message that stays half, or a draft whose next part does not come, ends the call with ABORTED.</item>
/// <item>In ValidateStream the last file name that is not empty counts, and one include_report, omit_report or previous suffices.</item>
/// <item>A draft over the document limit is answered at once; what still comes of it, up to the message that is not continued, is thrown
/// away.</item>
/// <item>A stream that ends with unfinished drafts ends with INVALID_ARGUMENT, after the replies to all others.</item>
/// </list></summary>
internal sealed class ValidatorService(
    CheckRunner checks, ClaimDesk claims, AnnotationDesk annotations, ByteBudget budget, OpenBatches batches, Drain drain,
    ServerOptions options, ILogger<ValidatorService> log)
    : Validator.ValidatorBase
{
    public override async Task<ValidateReply> Validate(ValidateRequest request, ServerCallContext context)
    {
        DraftNames.Refuse(request).ThrowIfAny();
        var principal = context.GetHttpContext().Principal();
        var held = budget.Open(principal);
        (await held.HoldAsync(request.Content.Length + request.PriorContent.Length, context.CancellationToken)).ThrowIfAny();
        var draft = SubmittedDraft.FromMessage(request, options.DocumentBytes, held) with { Prior = PriorOf(request) };
        return await checks.CheckOrRefuseAsync(draft, principal, context.CancellationToken).OrThrow();
    }

    public override async Task ValidateStream(
        IAsyncStreamReader<ValidateRequest> requestStream,
        IServerStreamWriter<ValidateReply> responseStream,
        ServerCallContext context)
    {
        var principal = context.GetHttpContext().Principal();
        using var open = batches.Open(principal).OrThrow();
        using var batch = new BatchCall(requestStream, responseStream, checks, budget, principal, options, context.CancellationToken);
        try
        {
            (await batch.RunAsync(drain.Begun)).ThrowIfAny();
        }
        finally
        {
            GrpcLog.BatchEnded(log, batch.Documents);
        }
    }

    public override Task<ReadClaimsReply> ReadClaims(ReadClaimsRequest request, ServerCallContext context)
    {
        return claims.ReadAsync(request, context.GetHttpContext().Principal(), context.CancellationToken).OrThrow();
    }

    public override async Task Annotate(
        IAsyncStreamReader<AnnotateRequest> requestStream,
        IServerStreamWriter<AnnotateReply> responseStream,
        ServerCallContext context)
    {
        var principal = context.GetHttpContext().Principal();
        var call = new AnnotateCall(requestStream, responseStream, annotations, budget, principal, options);
        (await call.RunAsync(context.CancellationToken)).ThrowIfAny();
    }

    // The draft's account holds its bytes too.
    private SubmittedPrior? PriorOf(ValidateRequest request)
    {
        return request.PriorContent.IsEmpty
            ? null
            : new SubmittedPrior(
                request.PriorFileName, request.PriorContent.Memory, request.PriorContent.Length > options.DocumentBytes);
    }
}
