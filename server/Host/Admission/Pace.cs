namespace Validation.Server.Admission;

/// <summary>How long the parts of a document may be on their way: a little time at first, and then what a slow network needs. Not
/// thread-safe.</summary>
internal sealed class Pace(ServerOptions options, TimeProvider time)
{
    private long _start = time.GetTimestamp();

    /// <summary>A document begins.</summary>
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
