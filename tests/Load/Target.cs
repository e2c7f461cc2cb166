namespace Validation.Load;

/// <summary>The servers that are put under load.</summary>
/// <param name="Grpc">Where gRPC is served, one address for each server; principals take turns.</param>
/// <param name="Web">Where JSON is served. Null: it is not asked.</param>
internal sealed record Target(IReadOnlyList<Uri> Grpc, Uri? Web)
{
    /// <summary>The address for a principal.</summary>
    public Uri GrpcFor(int principal)
    {
        return Grpc[principal % Grpc.Count];
    }
}
