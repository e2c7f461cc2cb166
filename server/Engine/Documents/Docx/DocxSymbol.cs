using System.Globalization;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>A character that is named by its code in a font. [ISO 29500-1] 17.3.3.30</summary>
internal static class DocxSymbol
{
    /// <summary>The character that the current element shows: □ where its code has no meaning outside of the font. Null: it names
    /// none.</summary>
    public static char? Read(PartXml xml, string space, TextLook look)
    {
        if (!ushort.TryParse(xml.Text("char", space), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        // Fonts of symbols keep their signs at codes without a meaning. The sign shows that there is something.
        var isControl = char.IsControl((char)code) || char.IsSurrogate((char)code);
        var isShown = !isControl && char.GetUnicodeCategory((char)code) != UnicodeCategory.PrivateUse;
        return !isShown ? '□' : look.IsRaised == true ? Superscript.Of((char)code) : (char)code;
    }
}
