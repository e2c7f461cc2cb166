using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key and its value, which is text or bytes. Immutable.</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-.");

        private readonly string? _text;
        private readonly byte[]? _bytes;

        /// <summary>Makes an entry with bytes.</summary>
        /// <param name="key">Letters, digits, <c>_ - .</c>, with the suffix <c>-bin</c>. Becomes lower case.</param>
        /// <param name="valueBytes">The bytes; they are copied.</param>
        /// <exception cref="ArgumentException">The key is no valid key for bytes.</exception>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        public Entry(string key, byte[] valueBytes)
            : this(key, null, Copy(valueBytes))
        {
            if (!IsBinaryKey(Key))
            {
                throw new ArgumentException($"The key of a binary value must end with '{BinaryHeaderSuffix}'.", nameof(key));
            }
        }

        /// <summary>Makes an entry with text.</summary>
        /// <param name="key">Letters, digits, <c>_ - .</c>, without the suffix <c>-bin</c>. Becomes lower case.</param>
        /// <param name="value">The text, ASCII.</param>
        /// <exception cref="ArgumentException">The key is no valid key for text.</exception>
        /// <exception cref="ArgumentNullException">An argument is null.</exception>
        public Entry(string key, string value)
            : this(key, value, null)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinaryKey(Key))
            {
                throw new ArgumentException($"The key of a text must not end with '{BinaryHeaderSuffix}'.", nameof(key));
            }
        }

        private Entry(string key, string? text, byte[]? bytes)
        {
            Key = ValidKey(key);
            _text = text;
            _bytes = bytes;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => _bytes is not null;

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The value is bytes.</exception>
        public string Value => _text ?? throw new InvalidOperationException("A binary metadata entry has no text.");

        /// <summary>A copy of the bytes; of a text its ASCII bytes.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(_text!) : [.. _bytes];

        internal ReadOnlySpan<byte> Bytes => _bytes;

        /// <summary>Key and value, for people.</summary>
        /// <returns>A text whose form may change.</returns>
        public override string ToString() =>
            IsBinary ? $"[Entry: key={Key}, valueBytes={_bytes!.Length}]" : $"[Entry: key={Key}, value={_text}]";

        internal static bool IsBinaryKey(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase);

        // For what comes from the wire: the bytes are ours already, and need no copy.
        internal static Entry FromWire(string key, byte[] bytes) => new(key, null, bytes);

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        private static byte[] Copy(byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            return [.. valueBytes];
        }

        private static string ValidKey(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            if (key.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw new ArgumentException("A metadata key holds only letters, digits, '_', '-' and '.'.", nameof(key));
            }

            return key.AsSpan().ContainsAnyInRange('A', 'Z') ? key.ToLowerInvariant() : key;
        }
    }
}
