using Validation.Server.Store;

namespace Validation.Server.Access.Audit;

/// <summary>Moves what was noted into the store, every second, and once more when the server stops; what then cannot be moved is in the
/// log.</summary>
internal sealed class AuditWriter(AuditTrail trail, TimeProvider time, ILogger<AuditWriter> log)
    : StoreWriter(TimeSpan.FromSeconds(1), trail.FlushAsync, time, log);
