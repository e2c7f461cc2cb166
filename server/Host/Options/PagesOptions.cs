namespace Validation.Server.Options;

/// <summary>The pages for people, beside the JSON interface.</summary>
public sealed class PagesOptions
{
    /// <summary>Whether there are any. Defaults to true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long a sign-in lasts. 1 minute to 30 days. Defaults to 10 hours, a working day.</summary>
    public TimeSpan SessionTime { get; set; } = TimeSpan.FromHours(10);

    /// <summary>A certificate with an RSA key, the same for all servers of a store, under which the store holds the secrets of sign-ins.
    /// Defaults to none: the store holds them as they are.</summary>
    public CertificateOptions Certificate { get; set; } = new();
}
