using Grpc.Core;
using Validation.Server.Outcomes;

namespace Validation.Server.Grpc;

/// <summary>The end of a call that is refused: status, text, and the details that programs read.</summary>
internal sealed class RefusedCallException(Refusal refusal, Status status, Metadata trailers) : RpcException(status, trailers)
{
    public Refusal Refusal { get; } = refusal;
}
