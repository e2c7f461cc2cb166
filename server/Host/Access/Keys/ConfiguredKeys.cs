using System.Security.Cryptography;
using System.Text;
using Validation.Server.Options;

namespace Validation.Server.Access.Keys;

/// <summary>The keys in the server's configuration. Their holders may publish. They can be taken back in the configuration only.
/// Immutable and thread-safe.</summary>
internal sealed class ConfiguredKeys(ServerOptions options)
{
    private readonly IReadOnlyList<(string Name, byte[] Hash)> _keys =
        [.. options.Administrators.Select(one => (one.Name, Convert.FromHexString(one.KeySha256)))];

    /// <summary>The names of the holders.</summary>
    public IEnumerable<string> Names => _keys.Select(key => key.Name);

    /// <summary>True: the configuration has at least one key.</summary>
    public bool Any => _keys.Count > 0;

    /// <summary>The caller for a key that is shown.</summary>
    /// <returns>Null: nobody's.</returns>
    public Caller? Find(string shown)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(shown));
        // Every key is compared, each to its end, so that the time taken tells nothing.
        var name = "";
        foreach (var key in _keys)
        {
            name = CryptographicOperations.FixedTimeEquals(hash, key.Hash) ? key.Name : name;
        }

        return name.Length == 0 ? null : Holder(name);
    }

    /// <summary>The holder of a key that was shown before.</summary>
    /// <param name="name">The holder's name.</param>
    /// <param name="digest">The key's digest, as it was then.</param>
    /// <returns>Null: the configuration has another key for that name by now, or none.</returns>
    public Caller? FindAgain(string name, byte[] digest)
    {
        return DigestOf(name) is { } known && CryptographicOperations.FixedTimeEquals(digest, known) ? Holder(name) : null;
    }

    /// <summary>The digest of the key of that holder. Null: there is none.</summary>
    public byte[]? DigestOf(string name)
    {
        return _keys.FirstOrDefault(key => key.Name == name).Hash;
    }

    private static Caller Holder(string name)
    {
        return new Caller(new Principal(PrincipalKind.Administrator, name), name, Roles.Administration);
    }
}
