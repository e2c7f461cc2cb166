namespace Validation.Server.Options;

/// <summary>Somebody who may change the rules.</summary>
public sealed class AdministratorOptions
{
    /// <summary>What the history calls whoever has the key, such as "政务公开办". Must be given, and differ from the others.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the key in UTF-8, 64 hexadecimal digits: printf %s KEY | sha256sum. The key itself stands nowhere.</summary>
    public string KeySha256 { get; set; } = "";
}
