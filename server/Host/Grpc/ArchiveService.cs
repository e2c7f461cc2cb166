using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Admission;
using Validation.Server.Archive;
using Validation.Server.Options;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The Archive service of the contract.</summary>
internal sealed class ArchiveService(
    ArchiveDesk desk, ArchiveExport export, OverviewReader overview, ArchiveTrial trial, ByteBudget budget, ServerOptions options)
    : V1.Archive.ArchiveBase
{
    public override async Task<FileReportReply> File(IAsyncStreamReader<FileReportRequest> requestStream, ServerCallContext context)
    {
        var principal = context.GetHttpContext().Principal();
        using var call = new FilingCall(budget, principal, options);
        var slip = (await call.ReceiveAsync(requestStream, context.CancellationToken)).OrThrow();
        var origin = CallOrigin.Of(context.GetHttpContext());
        return await desk.FileAsync(slip, call.Content, principal, origin, context.CancellationToken).OrThrow();
    }

    public override Task<GetFiledReportReply> Get(GetFiledReportRequest request, ServerCallContext context)
    {
        return desk.GetAsync(request, context.CancellationToken).OrThrow();
    }

    public override Task<ListFiledReportsReply> List(ListFiledReportsRequest request, ServerCallContext context)
    {
        return desk.ListAsync(request, context.CancellationToken).OrThrow();
    }

    public override Task<RemoveFiledReportReply> Remove(RemoveFiledReportRequest request, ServerCallContext context)
    {
        return desk.RemoveAsync(request, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }

    public override Task<ArchiveStatus> GetStatus(GetArchiveStatusRequest request, ServerCallContext context)
    {
        return desk.StatusAsync(context.CancellationToken);
    }

    public override async Task TryRules(
        TryRulesRequest request, IServerStreamWriter<TryRulesReply> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var principal = context.GetHttpContext().Principal();
        (await trial.RunAsync(request, principal, reply => responseStream.WriteAsync(reply, stop), stop)).ThrowIfAny();
    }

    public override async Task Export(
        ExportRequest request, IServerStreamWriter<ExportChunk> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var file = (await export.OpenAsync(request, stop)).OrThrow();
        await foreach (var chunk in file.Chunks.WithCancellation(stop))
        {
            await responseStream.WriteAsync(chunk, stop);
        }
    }

    public override Task<OverviewReply> Overview(OverviewRequest request, ServerCallContext context)
    {
        return overview.ReadAsync(request, context.CancellationToken).OrThrow();
    }
}
