using Validation.Engine;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Trying;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Tries a candidate rule set on the reports on file, compared with the rules in force. No document is read again. The reports are
/// taken from the store page by page, and each page waits for its turn among other work on rules. Thread-safe.</summary>
internal sealed class ArchiveTrial(
    ArchiveReader reader, ArchiveDesk desk, IRelatedReports filed, RuleDesk rules, RuleBook book, EngineCheck engine, CheckRunner checks,
    FailedTrials trials, ServerOptions options)
{
    private const int DefaultExamples = 3;
    private const int MaxExamples = 20;
    private const int PageReports = 400;

    // The work of a page is some hundred milliseconds; this is for a candidate whose rules run wild.
    private static readonly TimeSpan PagePatience = TimeSpan.FromMinutes(2);

    /// <summary>Tries a candidate, and tells of the progress.</summary>
    /// <param name="request">The candidate, and on which reports.</param>
    /// <param name="principal">Whose turn the work takes.</param>
    /// <param name="tell">Is told how far it is, and at last what came of it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Why it ended early. Invalid or TooLarge: the candidate cannot be the files of a rule set. Throttled or Full: there is no
    /// room. TookTooLong: a page took more time than the server allows. Null: it is done.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Refusal?> RunAsync(
        TryRulesRequest request, Principal principal, Func<TryRulesReply, Task> tell, CancellationToken cancellationToken)
    {
        if (!Candidate.Read(request.Candidate).IsAnswered(out var candidate, out var refusal)
            || !(await rules.CompileAsync(candidate, principal, cancellationToken)).IsAnswered(out var compilation, out refusal))
        {
            return refusal;
        }

        if (compilation.RuleSet is not { } after)
        {
            await tell(new TryRulesReply { Problems = { compilation.Problems } });
            return null;
        }

        var pair = new RulePair(book.Current.Rules, after);
        var tally = new TrialTally(request.Examples <= 0 ? DefaultExamples : Math.Min(request.Examples, MaxExamples));
        refusal = await RunAsync(request.Filter, pair, tally, principal, tell, cancellationToken);
        var summary = tally.ToSummary(pair.Before.Version);
        foreach (var failure in summary.Failures)
        {
            trials.Note(rules.DigestOf(candidate), failure.Failure);
        }

        if (refusal is null)
        {
            await tell(new TryRulesReply { Done = summary.Reports, Total = summary.Reports, Summary = summary });
        }

        return refusal;
    }

    private async Task<Refusal?> RunAsync(
        FiledReportFilter? wanted, RulePair pair, TrialTally tally, Principal principal, Func<TryRulesReply, Task> tell,
        CancellationToken cancellationToken)
    {
        var filter = desk.FilterOf(wanted);
        var total = await reader.CountAsync(filter, cancellationToken);
        var done = 0L;
        await tell(new TryRulesReply { Total = total });
        var loading = LoadAsync(filter, long.MaxValue, cancellationToken);
        while (await loading is { Count: > 0 } page)
        {
            // The next page comes from the store while this one is checked.
            loading = LoadAsync(filter, page[^1].Number, cancellationToken);
            var checkedPage = await checks.ComputeAsync<bool>(
                stop => Check(page, pair, tally, stop), PagePatience, principal, cancellationToken);
            if (checkedPage.Refusal is { } refusal)
            {
                await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return refusal;
            }

            done += page.Count;
            // Reports may be filed or removed meanwhile.
            await tell(new TryRulesReply { Done = done, Total = Math.Max(total, done) });
        }

        return null;
    }

    private async Task<IReadOnlyList<PackedReport>> LoadAsync(ArchiveFilter filter, long before, CancellationToken cancellationToken)
    {
        var page = await reader.ListAsync(filter, before, PageReports, cancellationToken);
        var packed = await reader.PackedAsync([.. page.Select(one => one.Number)], ArchiveStore.OfReport, cancellationToken);
        return [.. page.Select(one => new PackedReport(one.Number, one.Report, packed.GetValueOrDefault(one.Number)))];
    }

    private bool Check(IReadOnlyList<PackedReport> page, RulePair pair, TrialTally tally, CancellationToken cancellationToken)
    {
        var replies = new (ValidateReply Before, ValidateReply After)?[page.Count];
        LowThreads.Run([.. Enumerable.Range(0, page.Count)], options.ConcurrentDocuments, index =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (page[index].Packed is { } packed)
            {
                replies[index] = Check(Report.Parser.ParseFrom(ArchivePack.Unpack(packed)), pair, cancellationToken);
            }
        });
        // In their order, so that the same trial names the same examples.
        foreach (var (one, reply) in page.Zip(replies))
        {
            if (reply is { } both)
            {
                tally.Add(one.Report, both.Before, both.After);
            }
        }

        return true;
    }

    private (ValidateReply Before, ValidateReply After) Check(Report report, RulePair pair, CancellationToken cancellationToken)
    {
        var draft = ReadDraft.OfKept(report);
        var related = pair.Compares ? filed.Of(report, cancellationToken) : RelatedReports.Empty;
        return (engine.Check(draft, pair.Before, related, cancellationToken), engine.Check(draft, pair.After, related, cancellationToken));
    }

    /// <summary>The rules in force and the candidate.</summary>
    private sealed record RulePair(RuleSet Before, RuleSet After)
    {
        /// <summary>Whether a rule that differs compares a report with others on file: only then these are looked up.</summary>
        public bool Compares { get; } = RuleSetDiff.Rules(Before, After).Any(change =>
            Before.List.Rules.Concat(After.List.Rules).Any(rule => rule.Id == change.RuleId && rule.WaitsFor.Length > 0));
    }

    /// <summary>A report on file as it comes from the store.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Report">What is on file.</param>
    /// <param name="Packed">The report as it was read, packed. Null: it was removed meanwhile.</param>
    private sealed record PackedReport(long Number, FiledReport Report, byte[][]? Packed);
}
