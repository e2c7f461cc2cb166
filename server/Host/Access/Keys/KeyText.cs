using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Validation.Server.Access.Keys;

/// <summary>A key as it is given out: "vk_", an id by which it may be spoken of, "_", and a secret of 32 random bytes in
/// base64url.</summary>
/// <param name="Id">8 lower case letters and digits.</param>
/// <param name="Secret">The secret.</param>
internal sealed record KeyText(string Id, byte[] Secret)
{
    private const string Prefix = "vk_";
    private const string IdCharacters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdLength = 8;
    private const int SecretBytes = 32;
    private const int SaltBytes = 16;

    /// <summary>Makes a key from random bytes.</summary>
    public static KeyText New()
    {
        return new KeyText(RandomNumberGenerator.GetString(IdCharacters, IdLength), RandomNumberGenerator.GetBytes(SecretBytes));
    }

    /// <summary>Makes a salt from random bytes.</summary>
    public static byte[] NewSalt()
    {
        return RandomNumberGenerator.GetBytes(SaltBytes);
    }

    /// <summary>Reads a key such as vk_k7m2q4xa_….</summary>
    /// <returns>False: the text is no such key.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out KeyText? key)
    {
        key = null;
        var secretAt = Prefix.Length + IdLength + 1;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length <= secretAt || text[secretAt - 1] != '_')
        {
            return false;
        }

        var id = text.Substring(Prefix.Length, IdLength);
        var written = text.AsSpan(secretAt);
        var secret = new byte[SecretBytes];
        if (id.All(IdCharacters.Contains)
            && Base64Url.DecodeFromChars(written, secret, out _, out var length) == OperationStatus.Done && length == SecretBytes
            // A key has one spelling: no padding, no white space, no bits left over.
            && written.SequenceEqual(Base64Url.EncodeToString(secret)))
        {
            key = new KeyText(id, secret);
        }

        return key is not null;
    }

    /// <summary>The digest that is stored: HMAC-SHA-256 of the secret under the salt. A slow digest protects secrets that can be guessed;
    /// 256 random bits cannot, and a fast digest lets every request be checked. The salt keeps equal secrets from looking equal.</summary>
    public byte[] Digest(byte[] salt)
    {
        return HMACSHA256.HashData(salt, Secret);
    }

    /// <summary>The key as text. Shown once, to whoever made it.</summary>
    public string Reveal()
    {
        return $"{Prefix}{Id}_{Base64Url.EncodeToString(Secret)}";
    }

    /// <summary>The id without the secret, because texts get into logs.</summary>
    public override string ToString()
    {
        return $"{Prefix}{Id}_…";
    }
}
