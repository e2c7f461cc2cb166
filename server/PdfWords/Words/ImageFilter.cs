using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>Takes the place of filters that decode pictures, because no picture is looked at. Gives no bytes.</summary>
internal sealed class ImageFilter : IFilter
{
    public bool IsSupported => false;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
        Memory<byte>.Empty;
}
