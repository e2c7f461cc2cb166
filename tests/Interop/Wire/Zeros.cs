using Google.Protobuf;
using Validation.Interop.Protocol;

namespace Validation.Interop.Wire;

/// <summary>The payloads of the cases.</summary>
internal static class Zeros
{
    /// <exception cref="OverflowException">The size is negative.</exception>
    public static Payload Payload(int size)
    {
        return new Payload { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };
    }

    public static bool Are(Payload? payload, int size)
    {
        return payload is not null && payload.Body.Length == size && !payload.Body.Span.ContainsAnyExcept((byte)0);
    }
}
