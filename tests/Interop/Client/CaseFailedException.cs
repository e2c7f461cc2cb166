namespace Validation.Interop.Client;

/// <summary>The server did not do what a case demands.</summary>
internal sealed class CaseFailedException(string message) : Exception(message);
