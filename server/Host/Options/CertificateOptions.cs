namespace Validation.Server.Options;

/// <summary>Where the server's certificate is: a PEM file (with its key in the same file or in another one) or a PFX file.</summary>
public sealed class CertificateOptions
{
    /// <summary>The certificate's file: PFX when its name ends in .pfx or .p12, else PEM, where the intermediate certificates may follow
    /// the server's. Empty: no certificate.</summary>
    public string Path { get; set; } = "";

    /// <summary>The PEM file with the private key. Empty: the key is in the certificate's file.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>The password of the PFX file or of the encrypted key. Empty: none.</summary>
    public string Password { get; set; } = "";
}
