using Validation.Engine.Rules.Compiling;
using Validation.Server.Store;

namespace Validation.Server.Rules;

/// <summary>Compiles rule sets from the store.</summary>
internal static class StoredCompilation
{
    /// <summary>Compiles a stored version as it is on a day. A trial that has ended since it was published changes the findings: then the
    /// version says since when it is like that.</summary>
    /// <param name="stored">The version.</param>
    /// <param name="today">The day, by the clock of the server.</param>
    /// <param name="zone">Where the server stands.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static RuleSetCompilation Compile(
        StoredRuleSet stored, DateOnly today, TimeZoneInfo zone, CancellationToken cancellationToken = default)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(stored.At, zone).DateTime);
        var compilation = Compile(stored, stored.Version, day, cancellationToken);
        while (compilation.RuleSet?.NextTrialEnd is { } end && end >= day && end < today)
        {
            day = end.AddDays(1);
            compilation = Compile(stored, Versions.Name(stored.Version, day), day, cancellationToken);
        }

        return compilation;
    }

    private static RuleSetCompilation Compile(StoredRuleSet stored, string version, DateOnly day, CancellationToken cancellationToken)
    {
        return RuleSetCompiler.Compile(new RuleSetSource(version, stored.National, stored.Overlay, day), cancellationToken);
    }
}
