using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>Reads how the text of runs is to be seen. [ISO 29500-1] 17.3.2</summary>
internal static class DocxLook
{
    /// <summary>Adds the property of the current element, if it decides whether text is seen.</summary>
    public static TextLook With(this TextLook look, PartXml xml, string space)
    {
        switch (xml.Reader.LocalName)
        {
            case "vanish":
                return look with { IsHidden = xml.IsOn(space) };
            case "strike" or "dstrike":
                // Struck out by one line or by two: either property is enough.
                return look with { IsStruck = look.IsStruck == true || xml.IsOn(space) };
            case "vertAlign":
                return look with { IsRaised = xml.Text("val", space) == "superscript" };
            default:
                return look;
        }
    }

    /// <summary>The property of the current element is on, as it is without a value. [ISO 29500-1] 22.9.2.7</summary>
    public static bool IsOn(this PartXml xml, string space) => xml.Text("val", space) is not ("0" or "false" or "off");

    /// <summary>
    /// What the style of characters and that of their paragraph say together. [ISO 29500-1] 17.7.3: the values of styles toggle one
    /// another.
    /// </summary>
    public static TextLook Toggled(TextLook characters, TextLook paragraph) => new(
        Toggled(characters.IsHidden, paragraph.IsHidden),
        Toggled(characters.IsStruck, paragraph.IsStruck),
        characters.IsRaised ?? paragraph.IsRaised);

    private static bool Toggled(bool? one, bool? other) => (one == true) != (other == true);
}
