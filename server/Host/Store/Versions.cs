using System.Globalization;

namespace Validation.Server.Store;

/// <summary>How versions are called: that of the national set, "+" and a number that is never used again, and where trials have ended
/// since, "@" and the day from which on it is like that: "2026.1", "2026.1+3", "2026.1+3@2026-12-01".</summary>
internal static class Versions
{
    /// <summary>The name of a version that was published on this store.</summary>
    public static string Name(string national, long revision)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{national}+{revision}");
    }

    /// <summary>The name of a stored version from a day on.</summary>
    public static string Name(string stored, DateOnly since)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{stored}@{since:yyyy-MM-dd}");
    }

    /// <summary>The name under which a version is stored, without the day.</summary>
    public static string Stored(string version)
    {
        return version.Split('@')[0];
    }
}
