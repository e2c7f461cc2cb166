using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Where all versions of the rules are kept, and who changed them: shared by every server that uses it. Nothing in it is ever
/// changed, only added to. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the store cannot be used, and then has changed nothing — except that a
/// lost connection may leave it open whether <see cref="AddAsync"/> took effect.</remarks>
internal interface IRuleStore
{
    /// <summary>The longest time for which a change by another server may go unnoticed where the store announces nothing.</summary>
    TimeSpan PollInterval { get; }

    /// <summary>The newest revision. Null: the store is empty. Cheap, because it is asked several times a second.</summary>
    Task<long?> NewestRevisionAsync(CancellationToken cancellationToken);

    /// <summary>The newest version. Null: the store is empty.</summary>
    Task<StoredRuleSet?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>A version. Null: there is none of that name.</summary>
    Task<StoredRuleSet?> FindAsync(string version, CancellationToken cancellationToken);

    /// <summary>The national sets from which versions were made, each once.</summary>
    Task<IReadOnlyList<NationalVersion>> NationalVersionsAsync(CancellationToken cancellationToken);

    /// <summary>Adds a version, durably, if it follows the newest one.</summary>
    /// <param name="next">The version. Its revision is one more than the newest, or 0 for an empty store.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    /// <returns>False: another version has come in between, and nothing was changed.</returns>
    Task<bool> AddAsync(StoredRuleSet next, CancellationToken cancellationToken);

    /// <summary>Adds an entry to the history that made no version, such as a refused attempt.</summary>
    Task AddEntryAsync(Publication entry, CancellationToken cancellationToken);

    /// <summary>Adds a proposal to the history, and keeps its overlay for whoever is to confirm it.</summary>
    Task AddProposalAsync(Publication proposal, IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken);

    /// <summary>The overlay of a proposal.</summary>
    /// <param name="sha256">The digest of the proposal.</param>
    /// <param name="national">The national set on which it was made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null: none is kept with that digest.</returns>
    Task<IReadOnlyList<RuleFile>?> FindOverlayAsync(
        string sha256, IReadOnlyList<RuleFile> national, CancellationToken cancellationToken);

    /// <summary>Reads the history, the newest entry first.</summary>
    /// <param name="limit">At most so many entries.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries. Null: no entry has the version before which to begin.</returns>
    Task<HistoryPage?> HistoryAsync(int limit, HistoryStart start, CancellationToken cancellationToken);

    /// <summary>Calls back whenever another server may have added a version, until it is cancelled. Polling finds every version too; this
    /// only makes it faster.</summary>
    Task ListenAsync(Action changed, CancellationToken cancellationToken);
}

/// <summary>A national set that is or was in use.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The digest of its files.</param>
internal sealed record NationalVersion(string Version, string Sha256);
