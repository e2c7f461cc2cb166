using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>What is read of a style, those it is based on included.</summary>
/// <param name="ListUse">The list that its paragraphs are numbered by; 0: none.</param>
/// <param name="ListLevel">The level there. Null: the list knows it.</param>
/// <param name="Look">How its text is to be seen.</param>
internal readonly record struct DocStyle(int ListUse, int? ListLevel, TextLook Look);

/// <summary>The styles of a document, [MS-DOC] 2.9.271 STSH. A style that cannot be read changes nothing.</summary>
internal sealed class WordStyles
{
    private const int NoStyle = 0xFFF;
    private const int ParagraphKind = 1;
    private const int CharacterKind = 2;
    private const int MostBases = 16;
    private const int MostStyles = 4096;

    private readonly byte[] _sheet;
    private readonly List<Definition> _definitions = [];
    private readonly DocStyle?[] _styles;
    private bool? _omitsText;

    /// <summary>Finds the styles in the part of the table stream that holds them.</summary>
    public WordStyles(ReadOnlySpan<byte> part)
    {
        _sheet = part.ToArray();
        if (_sheet.Length >= 6)
        {
            var header = UInt16(0);
            var fixedLength = UInt16(4);
            var at = 2 + header;
            while (at + 2 <= _sheet.Length && _definitions.Count < MostStyles)
            {
                var length = UInt16(at);
                _definitions.Add(length == 0 || at + 2 + length > _sheet.Length ? default : Define(at + 2, length, fixedLength));
                at += 2 + length;
            }
        }

        _styles = new DocStyle?[_definitions.Count];
    }

    /// <summary>True: a style hides text or strikes it out, so that the style of a paragraph decides whether its text is read.</summary>
    public bool OmitsText =>
        _omitsText ??= Enumerable.Range(0, _styles.Length).Any(style => this[style].Look is { IsHidden: true } or { IsStruck: true });

    /// <summary>A style by its number.</summary>
    public DocStyle this[int style] => (uint)style < (uint)_styles.Length ? _styles[style] ??= Resolve(style) : default;

    private DocStyle Resolve(int style)
    {
        var chain = new Stack<Definition>();
        while ((uint)style < (uint)_definitions.Count && chain.Count < MostBases)
        {
            chain.Push(_definitions[style]);
            style = _definitions[style].Base;
        }

        var paragraph = new ParagraphProperties();
        var look = default(TextLook);
        foreach (var definition in chain)
        {
            paragraph.Apply(_sheet.AsSpan(definition.Paragraph), null);
            var characters = new CharacterProperties();
            characters.Apply(_sheet.AsSpan(definition.Characters));
            look = characters.Over(look);
        }

        return new DocStyle(paragraph.ListUse ?? 0, paragraph.ListLevel, look);
    }

    // [MS-DOC] 2.9.260 STD: a fixed part, the name, and the changes of properties, each with its length before it.
    private Definition Define(int start, int length, int fixedLength)
    {
        var end = start + length;
        var at = start + fixedLength;
        if (fixedLength < 10 || at + 2 > end)
        {
            return default;
        }

        var kind = UInt16(start + 2) & 0xF;
        var based = UInt16(start + 2) >> 4;
        at += 2 + ((UInt16(at) + 1) * 2);
        var definition = new Definition { Base = based == NoStyle ? -1 : based };
        if (kind == ParagraphKind)
        {
            var paragraph = Changes(ref at, start, end);
            definition.Paragraph = Math.Min(paragraph.Start.Value + 2, paragraph.End.Value)..paragraph.End;
        }

        if (kind is ParagraphKind or CharacterKind)
        {
            definition.Characters = Changes(ref at, start, end);
        }

        return definition;
    }

    private Range Changes(ref int at, int start, int end)
    {
        at += (at - start) & 1;
        if (at + 2 > end || at + 2 + UInt16(at) > end)
        {
            at = end;
            return default;
        }

        var first = at + 2;
        at = first + UInt16(at);
        return first..at;
    }

    private int UInt16(int offset) => Raw.UInt16(_sheet, offset);

    private record struct Definition(int Base, Range Paragraph, Range Characters);
}
