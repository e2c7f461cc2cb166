using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>A filter whose output counts against the limits, since a filter can make some hundred bytes of one.</summary>
internal sealed class CountedFilter(IFilter filter, ReadingWork work) : IFilter
{
    public bool IsSupported => filter.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        work.CountStream(output.Length);
        return output;
    }
}
