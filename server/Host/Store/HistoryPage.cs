using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A part of the history.</summary>
/// <param name="Entries">The entries, the newest first.</param>
/// <param name="Next">Where the entries before these begin. Null: there are none.</param>
internal sealed record HistoryPage(IReadOnlyList<Publication> Entries, long? Next);
