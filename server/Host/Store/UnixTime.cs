using Google.Protobuf.WellKnownTypes;

namespace Validation.Server.Store;

/// <summary>Moments as the store keeps them and as the contract has them.</summary>
internal static class UnixTime
{
    /// <summary>The moment so many milliseconds after the beginning of 1970, UTC.</summary>
    public static Timestamp Of(long milliseconds)
    {
        return Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }
}
