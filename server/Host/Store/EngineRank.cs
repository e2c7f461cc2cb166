namespace Validation.Server.Store;

/// <summary>Orders versions of the engine.</summary>
internal static class EngineRank
{
    private const long Base = 100_000;

    /// <summary>A number that grows with the version, such as 300_002 × 100_000 for "3.2.0". 0: the text is no version.</summary>
    public static long Of(string version)
    {
        return Version.TryParse(version, out var parts)
            ? (((parts.Major * Base) + parts.Minor) * Base) + Math.Max(0, parts.Build)
            : 0;
    }
}
