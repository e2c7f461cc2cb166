namespace Validation.Server.Options;

/// <summary>What one principal may ask of the server: whoever has one key, one certificate, or without these one address. The defaults are
/// far above what offices do; they are there for programs that have gone wrong.</summary>
public sealed class PerPrincipalOptions
{
    /// <summary>Drafts per second, in the long run. Further ones wait. 1 to 100,000. Defaults to 200.</summary>
    public int DraftsPerSecond { get; set; } = 200;

    /// <summary>Drafts that may come at once, and that may wait for their turn beyond that; further ones are refused with
    /// RESOURCE_EXHAUSTED. 1 to 1,000,000. Defaults to 3,000.</summary>
    public int DraftsAtOnce { get; set; } = 3_000;
}
