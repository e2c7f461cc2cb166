using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;
using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>Inflates streams and checks their Adler-32 (RFC 1950). PdfPig ignores it, so that a flipped byte would show as another digit.
/// Fonts hold no text and are left to PdfPig.</summary>
internal sealed class CheckedFlate(ReadingWork work) : IFilter
{
    private const int ChunkBytes = 64 * 1024;

    private readonly FlateFilter _plain = new();

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var inflated = Inflate(input, IsFont(streamDictionary));
        return inflated is null || HasPredictor(streamDictionary)
            ? _plain.Decode(input, streamDictionary, filterProvider, filterIndex) : inflated;
    }

    // Null: the stream is a damaged font, or has no checksum.
    private byte[]? Inflate(Memory<byte> input, bool isFont)
    {
        MemoryMarshal.TryGetArray<byte>(input, out var bytes);
        using var source = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        try
        {
            using var inflate = new ZLibStream(source, CompressionMode.Decompress);
            using var output = new MemoryStream(Math.Min(4 * input.Length, 1024 * 1024));
            var chunk = new byte[ChunkBytes];
            var most = work.StreamBytes;
            for (int read; (read = inflate.Read(chunk)) > 0;)
            {
                if (output.Length + read > most)
                {
                    throw new WorkException(Reason.DocumentTooLarge);
                }

                output.Write(chunk, 0, read);
            }

            work.CountStream(output.Length);
            return output.ToArray();
        }
        catch (InvalidDataException)
        {
            return isFont ? null : throw new WorkException(Reason.DamagedDocument);
        }
    }

    private static bool IsFont(DictionaryToken dictionary) =>
        dictionary.ContainsKey(NameToken.Length1)
            || (dictionary.TryGet(NameToken.Subtype, out NameToken kind) && kind.Data is "Type1C" or "CIDFontType0C" or "OpenType");

    private static bool HasPredictor(DictionaryToken dictionary) => dictionary.ContainsKey(NameToken.DecodeParms);
}
