namespace Validation.Engine.Documents.Rtf;

/// <summary>Knows control words by what they stand for.</summary>
internal static class RtfWords
{
    /// <summary>It names a destination whose text is no part of the document's text.</summary>
    public static bool IsSkipped(ReadOnlySpan<char> word) => word is
        "colortbl" or "stylesheet" or "info" or "pict" or "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl"
        or "footerr" or "footerf" or "footnote" or "annotation" or "filetbl" or "revtbl" or "listtable" or "listoverridetable"
        or "fldinst" or "objdata" or "objclass" or "objname" or "nonshppict" or "nonesttables" or "shprslt" or "sp" or "sn" or "sv"
        or "xe" or "tc" or "tcn" or "rxe" or "txe" or "bkmkstart" or "bkmkend" or "atnid" or "atnauthor" or "atndate" or "atnicn"
        or "atnref" or "atrfstart" or "atrfend" or "ftnsep" or "ftnsepc" or "ftncn" or "aftnsep" or "aftnsepc" or "aftncn"
        or "pnseclvl" or "template" or "private" or "themedata" or "colorschememapping" or "datastore" or "latentstyles" or "comment"
        or "userprops" or "xmlnstbl" or "mmathPr" or "generator" or "pn" or "wgrffmtfilter" or "picprop" or "blipuid";

    /// <summary>
    /// It is no destination, but means something wherever it stands. Any other word at the beginning of an optional group names a
    /// destination that readers pass over.
    /// </summary>
    public static bool IsKnown(ReadOnlySpan<char> word) => CharacterOf(word) != '\0' || word is
        "ansicpg" or "cell" or "cellx" or "clmrg" or "clvmrg" or "column" or "cpg" or "deff" or "deleted" or "f" or "fcharset" or "intbl"
        or "itap" or "nestcell" or "nestrow" or "nosupersub" or "page" or "par" or "pard" or "plain" or "row" or "sect" or "strike"
        or "striked" or "sub" or "super" or "trleft" or "trowd" or "u" or "uc" or "v";

    /// <summary>The character that a word stands for; NUL: it stands for none.</summary>
    public static char CharacterOf(ReadOnlySpan<char> word) => word switch
    {
        "tab" => '\t',
        "line" or "lbr" => '\n',
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "emspace" or "enspace" or "qmspace" => ' ',
        _ => '\0',
    };
}
