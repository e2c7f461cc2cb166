using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Trying;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>What came of bringing a newer national set.</summary>
/// <param name="Next">The version that it made. Null: none was made.</param>
/// <param name="Rules">Its rules. Null: none was made.</param>
/// <param name="Problem">Why none was made although the set is newer, in Chinese. Empty: no problem.</param>
internal sealed record Renewal(StoredRuleSet? Next = null, RuleSet? Rules = null, string Problem = "");

/// <summary>Publishes the national set that ships with the program when it is newer than any that was in use: with the overlay as it is, if
/// the two compile and their tests pass.</summary>
internal sealed class NationalRenewal(IRuleStore store, ShippedRules shipped, TimeProvider time)
{
    /// <param name="current">What the store holds as the newest.</param>
    /// <param name="today">The day, where the server stands.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Renewal> RunAsync(StoredRuleSet current, DateOnly today, CancellationToken cancellationToken)
    {
        if (shipped.Set is not { } set || !await IsNewAsync(set, cancellationToken))
        {
            return new Renewal();
        }

        var next = Next(current, set);
        var compilation = RuleSetCompiler.Compile(new RuleSetSource(next.Version, next.National, next.Overlay, today), cancellationToken);
        if (compilation.RuleSet is not { } rules)
        {
            var problem = compilation.Problems.First(problem => problem.Severity == Level.Error);
            return new Renewal(Problem: RuleTexts.NotRenewed(set.Version, $"{problem.File}:{problem.Line} {problem.Message}"));
        }

        var tests = RuleTestRunner.Run(rules, includeNational: true, cancellationToken);
        if (tests.Failures.Count > 0)
        {
            var failure = tests.Failures[0];
            return new Renewal(Problem: RuleTexts.NotRenewed(set.Version, $"{failure.File}:{failure.Line} {failure.Message}"));
        }

        // When another server has been faster, its version comes with the next look into the store.
        return await store.AddAsync(next, cancellationToken) ? new Renewal(next, rules) : new Renewal();
    }

    private async Task<bool> IsNewAsync(NationalRuleSet set, CancellationToken cancellationToken)
    {
        var sha256 = FileDigest.Of(set.Files);
        var known = await store.NationalVersionsAsync(cancellationToken);
        // A set that was in use before and is not now was taken back on purpose.
        return known.All(national => national.Sha256 != sha256 && ShippedRules.Compare(national.Version, set.Version) <= 0);
    }

    private StoredRuleSet Next(StoredRuleSet current, NationalRuleSet set)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var next = new StoredRuleSet(
            current.Revision + 1, Versions.Name(set.Version, current.Revision + 1), set.Version, set.Files, current.Overlay, now);
        var publication = new Publication
        {
            Action = Publication.Types.Action.NationalSetRenewed,
            Version = next.Version,
            PreviousVersion = current.Version,
            At = Timestamp.FromDateTimeOffset(now),
            Author = RuleTexts.SystemPrincipal,
            Principal = RuleTexts.SystemPrincipal,
            Reason = RuleTexts.RenewalReason(set.Version),
            Summary = RuleTexts.RenewalSummary(current.NationalVersion, set.Version),
            Sha256 = next.Sha256,
        };
        return next with { Publication = publication };
    }
}
