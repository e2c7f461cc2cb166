namespace Validation.Server.Store;

/// <summary>The store cannot be reached, or holds what cannot be used. The message is one Chinese sentence for an administrator; what the
/// database itself said is the inner exception.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
