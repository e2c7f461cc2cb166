using Validation.Server.Store;

namespace Validation.Server.Records;

/// <summary>Writes the counts to the store, every ten seconds and once more when the server stops. Counts that cannot be written then are
/// lost.</summary>
internal sealed class RuleCountWriter(RuleCounts counts, TimeProvider time, ILogger<RuleCountWriter> log)
    : StoreWriter(TimeSpan.FromSeconds(10), counts.FlushAsync, time, log);
