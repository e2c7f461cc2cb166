namespace Validation.Server;

/// <summary>Whether clients show a certificate of their own where the server speaks TLS.</summary>
public sealed class ClientCertificateOptions
{
    /// <summary>Whether certificates are asked for. Defaults to <see cref="ClientCertificateMode.None"/>.</summary>
    public ClientCertificateMode Mode { get; set; } = ClientCertificateMode.None;

    /// <summary>The PEM file with the certificates of the authorities whose clients are trusted; no other authority is. Empty: none, which
    /// is only possible with <see cref="ClientCertificateMode.None"/>.</summary>
    public string CaPath { get; set; } = "";
}

/// <summary>Whether a client needs a certificate.</summary>
public enum ClientCertificateMode
{
    /// <summary>Clients are not asked for one.</summary>
    None,

    /// <summary>A client may come without; one that is shown must be good.</summary>
    Allow,

    /// <summary>A client without a good one is not let in.</summary>
    Require,
}
