using Validation.Server.Store;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Publishing;

/// <summary>Which entries of the history somebody wants to see.</summary>
/// <param name="request">What was asked for.</param>
internal sealed class HistoryFilter(HistoryRequest request)
{
    // How far back one call looks, and how many entries it reads at a time.
    private const int MostSearched = 100_000;
    private const int SearchedAtOnce = 1_000;

    private bool TakesAll => request is { Person: "", Action: Action.Unspecified, Since: null, Until: null };

    /// <summary>Reads the entries that are wanted.</summary>
    /// <param name="store">The history.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries, and where to read on; after a long search without many of them there is more to read too. Null: there is no
    /// such place to begin at.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<HistoryReply?> ReadAsync(IRuleStore store, int limit, HistoryStart start, CancellationToken cancellationToken)
    {
        var reply = new HistoryReply();
        for (var searched = 0; ;)
        {
            // No more than are wanted at most, so that the next page begins where this one ends.
            var most = TakesAll ? limit : Math.Min(limit - reply.Entries.Count, SearchedAtOnce);
            if (await store.HistoryAsync(most, start, cancellationToken) is not { } page)
            {
                return null;
            }

            reply.Entries.AddRange(page.Entries.Where(Takes));
            searched += page.Entries.Count;
            if (page.Next is null || reply.Entries.Count >= limit || searched >= MostSearched)
            {
                reply.NextPageToken = HistoryStart.Token(page.Next);
                return reply;
            }

            start = new HistoryStart("", page.Next);
        }
    }

    private bool Takes(Publication entry)
    {
        return (request.Person.Length == 0 || IsBy(entry.Author) || IsBy(entry.Principal))
            && (request.Action == Action.Unspecified || request.Action == entry.Action)
            && (request.Since is null || entry.At >= request.Since)
            && (request.Until is null || entry.At < request.Until);
    }

    private bool IsBy(string name)
    {
        return name.Contains(request.Person, StringComparison.OrdinalIgnoreCase);
    }
}
