using Grpc.Core;
using Grpc.Core.Interceptors;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>Lets whoever may only check drafts one by one stream one draft, since a large one comes in no other way, with last year's
/// report before it, and ends the call when a second one comes.</summary>
internal sealed class BatchRight : Interceptor
{
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        object one = requestStream is IAsyncStreamReader<ValidateRequest> drafts && !MaySendMany(context)
            ? new OneDraft(drafts)
            : requestStream;
        return continuation((IAsyncStreamReader<TRequest>)one, responseStream, context);
    }

    private static bool MaySendMany(ServerCallContext context)
    {
        return context.GetHttpContext().Caller()?.Roles.HasFlag(Roles.System) == true;
    }

    private sealed class OneDraft(IAsyncStreamReader<ValidateRequest> drafts) : IAsyncStreamReader<ValidateRequest>
    {
        private string? _priorId;
        private bool _priorEnded;
        private string? _id;
        private bool _ended;

        public ValidateRequest Current => drafts.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await drafts.MoveNext(cancellationToken))
            {
                return false;
            }

            if (IsOfPrior(Current))
            {
                _priorId = Current.Id;
                _priorEnded = !Current.Continued;
                return true;
            }

            _id ??= Current.Id;
            if (_ended || Current.Id != _id)
            {
                throw GrpcStatus.Exception(new Refusal(RefusalKind.Forbidden, GrpcTexts.OneDraftOnly));
            }

            _ended = !Current.Continued;
            return true;
        }

        private bool IsOfPrior(ValidateRequest message)
        {
            return _id is null && (_priorId is null ? message.Use == DraftUse.Prior : !_priorEnded && message.Id == _priorId);
        }
    }
}
