using Google.Protobuf.WellKnownTypes;

namespace Validation.Server.Store;

/// <summary>Converts times between the store's milliseconds and the contract's timestamps.</summary>
internal static class UnixTime
{
    /// <summary>The moment so many milliseconds after the beginning of 1970, UTC.</summary>
    public static Timestamp Of(long milliseconds)
    {
        return Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }
}
