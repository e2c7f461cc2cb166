namespace Validation.Engine.Documents.Rtf;

/// <summary>The fonts of a document, of which only the code pages matter.</summary>
internal sealed class RtfFonts
{
    /// <summary>Stands for the codes of a font of symbols.</summary>
    public const int Symbols = -1;

    private const int SimplifiedChinese = 936;
    private const int Western = 1252;

    private readonly Dictionary<int, int> _codePages = [];
    private int _font;

    /// <summary>The document's own code page. Documents that do not say it are taken for Chinese ones.</summary>
    public int AnsiCodePage { get; set; } = SimplifiedChinese;

    /// <summary>The font of text that names none.</summary>
    public int Default { get; set; }

    public void Begin(int font) => _font = font;

    public void SetCodePage(int codePage) => _codePages[_font] = codePage;

    /// <summary>Gives the font its character set, and by that its code page.</summary>
    public void SetCharset(int charset) => _codePages[_font] = charset switch
    {
        0 => 0,
        2 => Symbols,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => SimplifiedChinese,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => 0,
    };

    /// <summary>
    /// The code page of text in a font. Western fonts in a document of an East Asian code page show its characters with the help of others.
    /// </summary>
    public int CodePageOf(int font)
    {
        var codePage = _codePages.GetValueOrDefault(font);
        return codePage != 0 ? codePage : AnsiCodePage is >= 874 and <= 950 or 54936 or 65001 ? AnsiCodePage : Western;
    }
}
