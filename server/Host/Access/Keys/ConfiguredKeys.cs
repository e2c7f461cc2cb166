using System.Security.Cryptography;
using System.Text;

namespace Validation.Server.Access.Keys;

/// <summary>The keys of the server's configuration: their holders put rules in force. They can be taken back there only. Immutable and
/// thread-safe.</summary>
internal sealed class ConfiguredKeys(ServerOptions options)
{
    private readonly IReadOnlyList<(string Name, byte[] Hash)> _keys =
        [.. options.Administrators.Select(one => (one.Name, Convert.FromHexString(one.KeySha256)))];

    /// <summary>Whose keys they are.</summary>
    public IEnumerable<string> Names => _keys.Select(key => key.Name);

    /// <summary>Whether there are any.</summary>
    public bool Any => _keys.Count > 0;

    /// <summary>Whose key it is.</summary>
    /// <returns>Null: nobody's.</returns>
    public Caller? Find(string shown)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(shown));
        // Every key is compared, and each to its end: how long it takes tells nothing.
        var name = "";
        foreach (var key in _keys)
        {
            name = CryptographicOperations.FixedTimeEquals(hash, key.Hash) ? key.Name : name;
        }

        return name.Length == 0
            ? null
            : new Caller(new Principal(PrincipalKind.Administrator, name), name, Roles.Administration);
    }
}
