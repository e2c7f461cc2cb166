using System.Collections.Frozen;

namespace Validation.Engine.Documents.Rtf;

/// <summary>The control words that are read.</summary>
internal enum RtfWord
{
    Unknown, // Any other: it has no meaning here.
    Skipped, // A destination whose text is no part of the document's text.
    Container, // A destination whose own text is not read, but that of destinations in it may be.
    Content, // A destination whose text is read again in a container.
    AnsiCodePage,
    Bin,
    Box,
    Cell,
    CellEdge,
    CellMergedAcross,
    CellMergedDown,
    CodePage,
    DefaultFont,
    Deleted,
    Font,
    FontCharset,
    FontTable,
    Hidden,
    InTable,
    Line,
    ListText,
    Lowered,
    NestedCell,
    NestedRow,
    NestedRowDefinition,
    PageBreak,
    Paragraph,
    ParagraphReset,
    Plain,
    Raised,
    Row,
    RowEdge,
    RowReset,
    Section,
    Struck,
    StruckTwice,
    TableDepth,
    Tab,
    Unicode,
    UnicodeSkip,
    EmDash,
    EnDash,
    LeftQuote,
    RightQuote,
    LeftDoubleQuote,
    RightDoubleQuote,
    Space,
}

/// <summary>Knows the control words that are read.</summary>
internal static class RtfWords
{
    private const int LongestWord = 32;

    private static readonly string[] SkippedDestinations =
    [
        "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "footnote", "annotation", "filetbl", "revtbl", "listtable", "listoverridetable", "fldinst", "objdata", "objclass", "objname",
        "nonshppict", "nonesttables", "shprslt", "sp", "sn", "sv", "xe", "tc", "tcn", "rxe", "txe", "bkmkstart", "bkmkend", "atnid",
        "atnauthor", "atndate", "atnicn", "atnref", "atrfstart", "atrfend", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
        "pnseclvl", "template", "private", "themedata", "colorschememapping", "datastore", "latentstyles", "comment", "userprops",
        "xmlnstbl", "mmathPr", "generator", "pn", "wgrffmtfilter", "picprop", "blipuid",
    ];

    private static readonly FrozenDictionary<string, RtfWord> Words = new Dictionary<string, RtfWord>(
        SkippedDestinations.Select(word => KeyValuePair.Create(word, RtfWord.Skipped)), StringComparer.Ordinal)
    {
        ["ansicpg"] = RtfWord.AnsiCodePage,
        ["bin"] = RtfWord.Bin,
        ["shptxt"] = RtfWord.Box,
        ["dptxbxtext"] = RtfWord.Box,
        ["cell"] = RtfWord.Cell,
        ["cellx"] = RtfWord.CellEdge,
        ["clmrg"] = RtfWord.CellMergedAcross,
        ["clvmrg"] = RtfWord.CellMergedDown,
        ["cpg"] = RtfWord.CodePage,
        ["deff"] = RtfWord.DefaultFont,
        ["deleted"] = RtfWord.Deleted,
        ["f"] = RtfWord.Font,
        ["fcharset"] = RtfWord.FontCharset,
        ["fonttbl"] = RtfWord.FontTable,
        ["v"] = RtfWord.Hidden,
        ["intbl"] = RtfWord.InTable,
        ["line"] = RtfWord.Line,
        ["lbr"] = RtfWord.Line,
        ["listtext"] = RtfWord.ListText,
        ["pntext"] = RtfWord.ListText,
        ["nestcell"] = RtfWord.NestedCell,
        ["nestrow"] = RtfWord.NestedRow,
        ["nesttableprops"] = RtfWord.NestedRowDefinition,
        ["page"] = RtfWord.PageBreak,
        ["column"] = RtfWord.PageBreak,
        ["par"] = RtfWord.Paragraph,
        ["pard"] = RtfWord.ParagraphReset,
        ["plain"] = RtfWord.Plain,
        ["super"] = RtfWord.Raised,
        ["sub"] = RtfWord.Lowered,
        ["nosupersub"] = RtfWord.Lowered,
        ["row"] = RtfWord.Row,
        ["trleft"] = RtfWord.RowEdge,
        ["trowd"] = RtfWord.RowReset,
        ["sect"] = RtfWord.Section,
        ["strike"] = RtfWord.Struck,
        ["striked"] = RtfWord.StruckTwice,
        ["shpinst"] = RtfWord.Container,
        ["do"] = RtfWord.Container,
        ["upr"] = RtfWord.Container,
        ["itap"] = RtfWord.TableDepth,
        ["tab"] = RtfWord.Tab,
        ["u"] = RtfWord.Unicode,
        ["uc"] = RtfWord.UnicodeSkip,
        ["ud"] = RtfWord.Content,
        ["emdash"] = RtfWord.EmDash,
        ["endash"] = RtfWord.EnDash,
        ["lquote"] = RtfWord.LeftQuote,
        ["rquote"] = RtfWord.RightQuote,
        ["ldblquote"] = RtfWord.LeftDoubleQuote,
        ["rdblquote"] = RtfWord.RightDoubleQuote,
        ["emspace"] = RtfWord.Space,
        ["enspace"] = RtfWord.Space,
        ["qmspace"] = RtfWord.Space,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RtfWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word that letters stand for.</summary>
    public static RtfWord Of(ReadOnlySpan<byte> letters)
    {
        Span<char> word = stackalloc char[LongestWord];
        for (var i = 0; i < letters.Length; i++)
        {
            word[i] = (char)letters[i];
        }

        return Lookup.TryGetValue(word[..letters.Length], out var found) ? found : RtfWord.Unknown;
    }

    /// <summary>The character that a word stands for; NUL: it stands for none.</summary>
    public static char CharacterOf(RtfWord word) => word switch
    {
        RtfWord.EmDash => '—',
        RtfWord.EnDash => '–',
        RtfWord.LeftQuote => '‘',
        RtfWord.RightQuote => '’',
        RtfWord.LeftDoubleQuote => '“',
        RtfWord.RightDoubleQuote => '”',
        RtfWord.Space => ' ',
        RtfWord.Tab => '\t',
        RtfWord.Line => '\n',
        _ => '\0',
    };
}
