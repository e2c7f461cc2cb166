namespace Validation.Interop.Client;

/// <param name="Server">Scheme, host and port.</param>
/// <param name="Case">The name of a case, or <c>all</c>.</param>
/// <param name="TrustedCertificate">A PEM file with the server's certificate. Null: as the system trusts.</param>
/// <param name="SeesFlags">Whether the server can tell compressed requests from others.</param>
/// <param name="Compresses">Whether the server can compress.</param>
internal sealed record ClientSettings(Uri Server, string Case, string? TrustedCertificate, bool SeesFlags, bool Compresses);
