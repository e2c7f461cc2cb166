using Validation.Server.Options;

namespace Validation.Server.Admission;

/// <summary>The time in which the parts of a document must arrive: a grace, and then what a slow network needs. Not thread-safe.</summary>
internal sealed class Pace(ServerOptions options, TimeProvider time)
{
    private long _start = time.GetTimestamp();

    /// <summary>Starts the time of a document when its first bytes come.</summary>
    public void Begin()
    {
        _start = time.GetTimestamp();
    }

    /// <summary>How long to wait for the next part.</summary>
    /// <param name="received">Bytes that have come since the beginning.</param>
    /// <returns>Zero: no longer.</returns>
    public TimeSpan Left(long received)
    {
        var allowed = options.UploadGrace + TimeSpan.FromSeconds((double)received / options.UploadBytesPerSecond);
        var left = allowed - time.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
