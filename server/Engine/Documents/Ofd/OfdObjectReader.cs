using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Ofd;

/// <summary>Reads the objects of a layer or a composite, of which those that show text are kept. [GB/T 33190-2016] 8.5</summary>
internal sealed class OfdObjectReader(OfdParts parts)
{
    // Stands for a glyph that no character belongs to.
    private const char Unknown = '\uFFFD';
    private const int MostGlyphs = 1_000_000;

    private static readonly IReadOnlyList<OfdCluster> NoClusters = [];

    /// <summary>
    /// Reads the element that the reader stands at to its end. Of a block only the start: what it holds comes next, as if there were none.
    /// </summary>
    /// <returns>The object. Null: it shows no text.</returns>
    public OfdObject? Read(PartXml xml)
    {
        parts.Work.CountObject();
        switch (xml.Reader.LocalName)
        {
            case "PageBlock":
                return null;
            case "TextObject":
                parts.Work.KeepObject();
                return ReadText(xml);
            case "CompositeObject":
                var composite = new OfdComposite(
                    BoundaryOf(xml), OfdMatrix.Parse(xml.Text("CTM", "")), IsHidden(xml),
                    xml.Text("ResourceID", "") ?? string.Empty);
                xml.Skip();
                parts.Work.KeepObject();
                return composite;
            case "ImageObject":
                parts.Work.NoteImage();
                break;
            default:
                break;
        }

        xml.Skip();
        return null;
    }

    private OfdText ReadText(PartXml xml)
    {
        var codes = new List<OfdTextCode>(1);
        var text = new OfdText(
            BoundaryOf(xml), OfdMatrix.Parse(xml.Text("CTM", "")), IsHidden(xml) || !IsDrawn(xml),
            Number(xml, "Size") ?? throw UnreadableException.Damaged(), Number(xml, "HScale") ?? 1, xml.Number("CharDirection", "") ?? 0,
            xml.Number("ReadDirection", "") ?? 0, codes);
        return xml.Reader.IsEmptyElement ? text : ReadCodes(xml, text, codes);
    }

    private OfdText ReadCodes(PartXml xml, OfdText text, List<OfdTextCode> codes)
    {
        List<OfdCluster>? clusters = null;
        var isHidden = text.IsHidden;
        var glyphs = 0;
        var depth = xml.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "TextCode":
                    codes.Add(ReadCode(xml, clusters));
                    clusters = null;
                    continue;

                // Which glyphs of the font are drawn for some characters. The characters stay the text, whatever the glyphs look like.
                // [GB/T 33190-2016] 11.4
                case "CGTransform":
                    var cluster = ReadCluster(xml);
                    (clusters ??= []).Add(cluster);
                    glyphs = Math.Min(glyphs + cluster.Glyphs, MostGlyphs);
                    break;
                case "FillColor":
                    isHidden |= xml.Number("Alpha", "") == 0;
                    break;
                default:
                    break;
            }

            xml.Skip();
        }

        if (glyphs > 0 && codes.TrueForAll(code => code.Text.Length == 0))
        {
            parts.Work.CountCharacters(glyphs, isHidden);
            codes.Add(new OfdTextCode(0, text.Size, "0", null, new string(Unknown, glyphs), NoClusters));
        }

        return text with { IsHidden = isHidden };
    }

    private OfdTextCode ReadCode(PartXml xml, List<OfdCluster>? clusters)
    {
        clusters?.RemoveAll(cluster => cluster.Characters == cluster.Glyphs);
        var code = new OfdTextCode(
            Number(xml, "X"), Number(xml, "Y"), xml.Text("DeltaX", ""), xml.Text("DeltaY", ""), string.Empty, clusters ?? NoClusters);
        return code with { Text = parts.TextOf(xml) };
    }

    private static OfdCluster ReadCluster(PartXml xml) => new(
        xml.Number("CodePosition", "") ?? 0,
        Math.Clamp(xml.Number("CodeCount", "") ?? 1, 1, MostGlyphs),
        Math.Clamp(xml.Number("GlyphCount", "") ?? 1, 1, MostGlyphs));

    private static OfdBox BoundaryOf(PartXml xml) => OfdBox.Parse(xml.Text("Boundary", "")) ?? throw UnreadableException.Damaged();

    private static bool IsHidden(PartXml xml) => xml.Text("Visible", "") is "false" or "0" || xml.Number("Alpha", "") == 0;

    // Characters are filled unless the text says otherwise, and their outlines are drawn only if it says so.
    private static bool IsDrawn(PartXml xml) => xml.Text("Fill", "") is not ("false" or "0") || xml.Text("Stroke", "") is "true" or "1";

    private static double? Number(PartXml xml, string name) => xml.Text(name, "") is { } text ? OfdNumbers.Number(text) : null;
}
