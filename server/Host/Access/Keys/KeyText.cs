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

    /// <summary>A new key.</summary>
    public static KeyText New()
    {
        return new KeyText(RandomNumberGenerator.GetString(IdCharacters, IdLength), RandomNumberGenerator.GetBytes(SecretBytes));
    }

    /// <summary>A new salt.</summary>
    public static byte[] NewSalt()
    {
        return RandomNumberGenerator.GetBytes(SaltBytes);
    }

    /// <summary>Reads a key.</summary>
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

    /// <summary>What is kept of the secret. A slow digest guards secrets that can be guessed; with 256 random bits there is nothing to
    /// guess, and a fast one lets every request be checked. The salt keeps equal secrets from looking equal.</summary>
    public byte[] Digest(byte[] salt)
    {
        return HMACSHA256.HashData(salt, Secret);
    }

    /// <summary>The key itself. To be shown once, to whoever made it.</summary>
    public string Reveal()
    {
        return $"{Prefix}{Id}_{Base64Url.EncodeToString(Secret)}";
    }

    /// <summary>Never the secret: a text finds its way into logs.</summary>
    public override string ToString()
    {
        return $"{Prefix}{Id}_…";
    }
}
