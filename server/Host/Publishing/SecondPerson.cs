using Validation.Server.Options;
using Validation.Server.Store;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Publishing;

/// <summary>A change that takes two people (<see cref="ServerOptions.SecondPerson"/>): the first proposes it, and it is in force once
/// another one asks for the same content on the same version. A proposal is over as soon as another version is in force.
/// Thread-safe.</summary>
internal sealed class SecondPerson(ServerOptions options, IRuleStore store)
{
    private const int AtOnce = 100;

    /// <summary>True: every change takes two people.</summary>
    public bool IsNeeded => options.SecondPerson;

    /// <summary>The proposal of somebody else that a change confirms. Null: there is none.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Publication?> FindAsync(Publication change, CancellationToken cancellationToken)
    {
        var start = HistoryStart.Newest;
        while (await store.HistoryAsync(AtOnce, start, cancellationToken) is { } page)
        {
            foreach (var entry in page.Entries)
            {
                if (entry.Version.Length > 0)
                {
                    return null;
                }

                if (IsProposalOf(change, entry) && entry.Principal != change.Principal)
                {
                    return entry;
                }
            }

            if (page.Next is null)
            {
                return null;
            }

            start = new HistoryStart("", page.Next);
        }

        return null;
    }

    /// <summary>Records a change as a proposal.</summary>
    /// <param name="change">The change.</param>
    /// <param name="overlay">The overlay that it would put in force.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The proposal, as the history has it.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Publication> ProposeAsync(
        Publication change, IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        var proposal = change.Clone();
        (proposal.Action, proposal.Version) = (Action.Proposed, "");
        await store.AddProposalAsync(proposal, overlay, cancellationToken);
        return proposal;
    }

    private static bool IsProposalOf(Publication change, Publication entry)
    {
        return entry.Action == Action.Proposed && entry.Sha256 == change.Sha256 && entry.PreviousVersion == change.PreviousVersion;
    }
}
