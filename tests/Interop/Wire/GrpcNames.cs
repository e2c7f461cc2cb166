namespace Validation.Interop.Wire;

/// <summary>Names that the cases and the gRPC protocol agree on.</summary>
internal static class GrpcNames
{
    public const string EchoInitial = "x-grpc-test-echo-initial";
    public const string EchoTrailing = "x-grpc-test-echo-trailing-bin";
    public const string Encoding = "grpc-encoding";
    public const string Gzip = "gzip";

    /// <summary>How Grpc.Net.Client and Grpc.AspNetCore are asked to compress a call. Never goes over the wire.</summary>
    public const string EncodingRequest = "grpc-internal-encoding-request";
}
