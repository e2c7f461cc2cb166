using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core.Internal;

/// <summary>Metadata as HTTP header fields: a key that ends in <c>-bin</c> carries base64, with or without padding.</summary>
internal static class WireMetadata
{
    public static string Encode(Metadata.Entry entry) => entry.IsBinary ? Convert.ToBase64String(entry.Bytes) : entry.Value;

    /// <summary>Adds what a header field says; several binary values may be joined by commas.</summary>
    /// <exception cref="FormatException">The value of a binary key is no base64, or the key is no key.</exception>
    public static void Add(Metadata metadata, string key, string value)
    {
        if (!Metadata.Entry.IsBinaryKey(key))
        {
            metadata.Add(key, value);
            return;
        }

        foreach (var part in value.AsSpan().Split(','))
        {
            if (!TryDecode(value.AsSpan(part).Trim(), out var bytes))
            {
                throw new FormatException($"The value of the binary header '{key}' is not base64.");
            }

            metadata.Add(Metadata.Entry.FromWire(key, bytes));
        }
    }

    private static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        text = text.TrimEnd('=');
        bytes = new byte[text.Length * 3 / 4];
        var padding = (4 - (text.Length % 4)) % 4;
        return padding < 3
            && Convert.TryFromBase64String(string.Concat(text, "==".AsSpan(0, padding)), bytes, out var written)
            && written == bytes.Length;
    }
}
