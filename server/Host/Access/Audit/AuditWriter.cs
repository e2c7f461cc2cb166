using Validation.Server.Store;

namespace Validation.Server.Access.Audit;

/// <summary>Writes the waiting entries of the audit to the store, every second and once more when the server stops. Entries that cannot
/// be written then stand in the log.</summary>
internal sealed class AuditWriter(AuditTrail trail, TimeProvider time, ILogger<AuditWriter> log)
    : StoreWriter(TimeSpan.FromSeconds(1), trail.FlushAsync, time, log);
