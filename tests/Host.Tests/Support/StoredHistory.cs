using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>The history that a store holds.</summary>
internal static class StoredHistory
{
    /// <summary>The entries before a version, or the newest.</summary>
    public static async Task<IReadOnlyList<Publication>> EntriesAsync(this IRuleStore store, int limit, string before = "")
    {
        return (await store.HistoryAsync(limit, new HistoryStart(before, null), default))!.Entries;
    }
}
