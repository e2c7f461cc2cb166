using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Validation.PdfWords.Words;

/// <summary>The properties in a font's dictionary that PdfPig does not give.</summary>
/// <param name="Ascent">How far it reaches above its baseline, in parts of its size.</param>
/// <param name="Descent">How far below, as a negative number.</param>
/// <param name="Encoding">Which encoding says what its codes mean. Null: none by name, or the font says so itself.</param>
internal sealed record FontFacts(double Ascent, double Descent, KnownEncoding? Encoding)
{
    // The usual values, for fonts that state none or nonsense.
    private const double UsualAscent = 0.95;
    private const double UsualDescent = -0.35;
    private const double Most = 3;
    private const string Nobody = "\uFFFD";

    /// <summary>The properties of a font without a dictionary.</summary>
    public static FontFacts Unknown { get; } = new(UsualAscent, UsualDescent, null);

    /// <summary>Reads the dictionary of a font.</summary>
    public static FontFacts Of(IFont known, DictionaryToken font, IPdfTokenScanner scanner)
    {
        var descriptor = Described(font, scanner).Find<DictionaryToken>(NameToken.FontDescriptor, scanner);
        var ascent = Math.Abs(descriptor is null ? known.GetAscent() : Number(descriptor, NameToken.Ascent, scanner));
        var descent = -Math.Abs(descriptor is null ? known.GetDescent() : Number(descriptor, NameToken.Descent, scanner));
        return new FontFacts(
            ascent is > 0 and < Most ? ascent : UsualAscent,
            descent is < 0 and > -Most ? descent : UsualDescent,
            font.ContainsKey(NameToken.ToUnicode) ? null : KnownEncoding.Of(font.Find<NameToken>(NameToken.Encoding, scanner)?.Data));
    }

    /// <summary>The character that a code stands for; U+FFFD where nothing tells.</summary>
    public string TextOf(IFont font, int code) =>
        Encoding?.TextOf(code) ?? (font.TryGetUnicode(code, out var text) ? text : Nobody);

    private static DictionaryToken Described(DictionaryToken font, IPdfTokenScanner scanner) =>
        font.Find<ArrayToken>(NameToken.DescendantFonts, scanner) is { Length: > 0 } descendants
            && descendants.Data[0].Resolve(scanner) is DictionaryToken descendant ? descendant : font;

    private static double Number(DictionaryToken? dictionary, NameToken name, IPdfTokenScanner scanner) =>
        (dictionary?.Find<NumericToken>(name, scanner)?.Double ?? 0) / 1000;
}
