using Validation.Server.Store;

namespace Validation.Server.Records;

/// <summary>Moves what was counted into the store, every ten seconds, and once more when the server stops; what then cannot be moved is
/// lost.</summary>
internal sealed class RuleCountWriter(RuleCounts counts, TimeProvider time, ILogger<RuleCountWriter> log)
    : StoreWriter(TimeSpan.FromSeconds(10), counts.FlushAsync, time, log);
