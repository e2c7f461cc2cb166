namespace Validation.Server.Options;

/// <summary>Whether clients show a certificate of their own where the server speaks TLS.</summary>
public sealed class ClientCertificateOptions
{
    /// <summary>Whether certificates are asked for. Defaults to <see cref="ClientCertificateMode.None"/>.</summary>
    public ClientCertificateMode Mode { get; set; } = ClientCertificateMode.None;

    /// <summary>The PEM file with the certificates of the authorities whose clients are trusted; no other authority is. Empty: none, which
    /// is only possible with <see cref="ClientCertificateMode.None"/>.</summary>
    public string CaPath { get; set; } = "";

    /// <summary>What the holders of certificates may do whose subjects are not named: "clerk", "system", "author", "publisher", "filer",
    /// "auditor", or "none". Defaults to clerk and system.</summary>
    public IList<string> Roles { get; set; } = [];

    /// <summary>What the holders of certain certificates may do. Defaults to none in particular.</summary>
    public IList<SubjectOptions> Subjects { get; set; } = [];
}

/// <summary>Somebody who is known by the subject of a certificate.</summary>
public sealed class SubjectOptions
{
    /// <summary>The subject of the certificate, such as "CN=archive, O=Office". Must be given, and differ from the others.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What the records call whoever has the certificate. Must be given.</summary>
    public string Name { get; set; } = "";

    /// <summary>What they may do, as in <see cref="ClientCertificateOptions.Roles"/>. Defaults to nothing.</summary>
    public IList<string> Roles { get; set; } = [];
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
