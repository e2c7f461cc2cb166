using Grpc.Core;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The Operations service of the contract.</summary>
internal sealed class OperationsService(StoreBackup backup, RuleSync sync, RuleBook book)
    : Operations.OperationsBase
{
    public override async Task Backup(BackupRequest request, IServerStreamWriter<BackupPart> responseStream, ServerCallContext context)
    {
        await foreach (var part in backup.ReadAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(part, context.CancellationToken);
        }
    }

    public override async Task<RestoreReply> Restore(IAsyncStreamReader<BackupPart> requestStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var rows = (await backup.RestoreAsync(requestStream.ReadAllAsync(stop), stop)).OrThrow();
        var state = await sync.SyncAsync(stop);
        return state is SyncState.InStep
            ? new RestoreReply { Version = book.Current.Version, Rows = rows }
            : throw GrpcStatus.Exception(new Refusal(RefusalKind.Unavailable, state.Problem));
    }
}
