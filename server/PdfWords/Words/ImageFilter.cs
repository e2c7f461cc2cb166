using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>In the place of filters that make pictures: none is ever looked at.</summary>
internal sealed class ImageFilter : IFilter
{
    public bool IsSupported => false;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
        Memory<byte>.Empty;
}
