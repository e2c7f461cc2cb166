using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>The filters of PdfPig, held to the limits. Deflated streams are checked against their checksum.</summary>
internal sealed class CheckedFilters(ReadingWork work) : BaseFilterProvider(Filters(work))
{
    private static Dictionary<string, IFilter> Filters(ReadingWork work)
    {
        var filters = new Dictionary<string, IFilter>(StringComparer.Ordinal);
        Add(NameToken.FlateDecode, NameToken.FlateDecodeAbbreviation, new CheckedFlate(work));
        Add(NameToken.LzwDecode, NameToken.LzwDecodeAbbreviation, new CountedFilter(new LzwFilter(), work));
        Add(NameToken.RunLengthDecode, NameToken.RunLengthDecodeAbbreviation, new CountedFilter(new RunLengthFilter(), work));
        Add(NameToken.Ascii85Decode, NameToken.Ascii85DecodeAbbreviation, new CountedFilter(new Ascii85Filter(), work));
        Add(NameToken.AsciiHexDecode, NameToken.AsciiHexDecodeAbbreviation, new CountedFilter(new AsciiHexDecodeFilter(), work));
        Add(NameToken.CcittfaxDecode, NameToken.CcittfaxDecodeAbbreviation, new ImageFilter());
        Add(NameToken.DctDecode, NameToken.DctDecodeAbbreviation, new ImageFilter());
        Add(NameToken.Jbig2Decode, NameToken.Jbig2Decode, new ImageFilter());
        Add(NameToken.JpxDecode, NameToken.JpxDecode, new ImageFilter());
        return filters;

        void Add(NameToken name, NameToken shortName, IFilter filter) => filters[name.Data] = filters[shortName.Data] = filter;
    }
}
