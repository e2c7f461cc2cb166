using System.Globalization;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Docx;

namespace Validation.Engine.Annotation;

/// <summary>
/// Finds the places for the marks of comments in the main part of a docx: between the runs of a paragraph, in a run that is parted for it,
/// else before and behind the smallest thing around that marks may stand beside. What stands in a text box is marked at the paragraph that
/// the box hangs on: Word keeps no comments in boxes.
/// </summary>
internal sealed class MarkPlacer(MarkupCursor cursor, string text, DocxNamespaces spaces, IReadOnlyList<CommentRange> ranges)
{
    private readonly List<OpenElement> _open = [];
    private readonly ILookup<int, CommentMark> _wanted = ranges
        .SelectMany((range, i) => new[]
        {
            (Element: range.First, Mark: new CommentMark(i, MarkKind.Start)), (Element: range.Last, Mark: new CommentMark(i, MarkKind.End)),
        })
        .ToLookup(wanted => wanted.Element, wanted => wanted.Mark);
    private readonly List<OpenElement> _cells = [];

    // The outermost paragraph, and the element in it that marks may stand beside and not in.
    private OpenElement? _paragraph;
    private OpenElement? _unit;
    private ParagraphEnds? _firstParagraph;

    /// <summary>The places that were found.</summary>
    public MarkSlots Slots { get; } = new(ranges.Count);

    /// <summary>The ids of comments that the part names, whether there are such comments or not.</summary>
    public HashSet<int> Ids { get; } = [];

    /// <summary>Reads the part, and finds the places.</summary>
    /// <exception cref="UnreadableException">The part is damaged, goes beyond a limit, or has no place where a comment could stand.
    /// </exception>
    public void Find()
    {
        while (cursor.Read())
        {
            if (cursor.IsEnd)
            {
                Close(_open[cursor.Xml.Depth], cursor.Start, cursor.End);
                continue;
            }

            var element = Open(cursor.Xml.Depth);
            if (cursor.IsEmpty)
            {
                Close(element, cursor.End - 2, cursor.End);
            }
        }

        Slots.Gather(_firstParagraph ?? throw UnreadableException.Damaged());
    }

    private OpenElement Open(int depth)
    {
        var reader = cursor.Xml.Reader;
        if (depth == 0 && !spaces.Choose(reader.NamespaceURI))
        {
            throw UnreadableException.Damaged();
        }

        if (_open.Count <= depth)
        {
            _open.Add(new OpenElement(depth));
        }

        var kind = KindOf(reader.NamespaceURI, reader.LocalName);
        var element = _open[depth];
        element.Begin(kind, reader.Name, reader.Prefix, cursor.Start, cursor.End);
        if (kind == MarkedElement.Other && reader.LocalName.StartsWith("comment", StringComparison.Ordinal)
            && int.TryParse(cursor.Xml.Text("id", spaces.Main), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            Ids.Add(id);
        }

        Enter(element);
        foreach (var mark in _wanted[cursor.Xml.Elements])
        {
            Mark(element, mark);
        }

        if (_unit is { Kind: MarkedElement.Run } run && depth == run.Depth + 1)
        {
            run.HasContent |= kind != MarkedElement.RunProperties;
        }

        return element;
    }

    // Finds out what the element is to the paragraph around it.
    private void Enter(OpenElement element)
    {
        if (_paragraph is null)
        {
            if (element.Kind == MarkedElement.Paragraph)
            {
                BeginParagraph(element);
            }
            else if (element.Kind == MarkedElement.Cell)
            {
                _cells.Add(element);
            }
        }
        else if (_unit is null)
        {
            element.TakesMarks = element.Kind == MarkedElement.Container;
            _unit = element.TakesMarks ? null : element;
        }
        else if (_unit.Kind == MarkedElement.Run && element.Kind == MarkedElement.RunPropertiesChange)
        {
            // A change has an id of its own, which must not be there twice.
            _unit.MayBeParted = false;
        }
        else if (_unit.Kind == MarkedElement.Run && element.Depth == _unit.Depth + 1 && _unit.EndsSoFar.Count > 0)
        {
            Part(_unit, element.Start, _unit.EndsSoFar, MarkKind.End);
            _unit.EndsSoFar.Clear();
        }
    }

    private void BeginParagraph(OpenElement element)
    {
        _paragraph = element;
        element.TakesMarks = true;
        foreach (var cell in _cells)
        {
            if (!cell.HasParagraph)
            {
                cell.HasParagraph = true;
                element.Starts.AddRange(cell.Starts);
            }
        }
    }

    private void Mark(OpenElement element, CommentMark mark)
    {
        var (isStart, range) = (mark.Kind == MarkKind.Start, ranges[mark.Comment]);
        if (element == _paragraph || _paragraph is null)
        {
            (isStart ? element.Starts : element.Ends).Add(mark.Comment);
            return;
        }

        var isChild = _unit is { Kind: MarkedElement.Run } && element.Depth == _unit.Depth + 1 && !range.IsWhole;
        var character = isStart ? range.Start : range.End;
        if (isChild && element.Kind == MarkedElement.Text && !cursor.IsEmpty && !(isStart && character == 0))
        {
            element.Inside.Add((character, mark));
        }
        else if (isChild && isStart)
        {
            Part(_unit!, element.Start, [mark.Comment], MarkKind.Start);
        }
        else if (isChild)
        {
            _unit!.EndsSoFar.Add(mark.Comment);
        }
        else if (_unit is not null)
        {
            Beside(_unit, mark);
        }
    }

    private void Close(OpenElement element, int end, int behind)
    {
        if (element.Inside.Count > 0)
        {
            MarkInside(element, end);
        }

        if (element == _paragraph)
        {
            EndParagraph(element, end);
            _paragraph = null;
        }
        else if (_paragraph is not null)
        {
            EndInParagraph(element, behind);
        }
        else if (_cells.Count > 0 && element == _cells[^1])
        {
            EndCell(element);
        }
    }

    private void EndParagraph(OpenElement paragraph, int end)
    {
        var (first, opened) = cursor.IsEmpty ? (end, paragraph.Name) : (paragraph.FirstPlace, null);
        var ends = new ParagraphEnds(first, end, paragraph.Prefix, opened);
        Slots.Begin(ends, paragraph.Starts);
        Slots.End(ends, paragraph.Ends);
        _firstParagraph ??= ends;
        if (_cells.Count > 0)
        {
            _cells[^1].LastParagraph = ends;
        }
    }

    private void EndInParagraph(OpenElement element, int behind)
    {
        switch (element.Kind)
        {
            case MarkedElement.ParagraphProperties when element.Depth == _paragraph!.Depth + 1:
                _paragraph.FirstPlace = behind;
                break;
            case MarkedElement.RunProperties when _unit is { Kind: MarkedElement.Run } run && element.Depth == run.Depth + 1:
                run.Properties = (element.Start, behind);
                break;
            default:
                break;
        }

        if (element == _unit)
        {
            element.Ends.AddRange(element.EndsSoFar);
            EndUnit(element, behind);
            _unit = null;
        }

        // Comments that end in a container hang behind it: were they in it, whoever rejects the insertion would lose them.
        if (element.Depth == _paragraph!.Depth + 1 && element.References.Count > 0)
        {
            Slots.At(behind, _paragraph.Prefix).Add(MarkKind.Reference, element.References);
        }
    }

    private void EndUnit(OpenElement unit, int behind)
    {
        if (unit.Ends.Count > 0)
        {
            Slots.At(behind, _open[unit.Depth - 1].Prefix).Add(MarkKind.End, unit.Ends);
            _open[_paragraph!.Depth + 1].References.AddRange(unit.Ends);
        }
    }

    private void EndCell(OpenElement cell)
    {
        _cells.RemoveAt(_cells.Count - 1);
        if (cell.LastParagraph is { } last)
        {
            Slots.End(last, cell.Ends);
            if (_cells.Count > 0)
            {
                _cells[^1].LastParagraph = last;
            }
        }
    }

    private void MarkInside(OpenElement element, int end)
    {
        var run = _unit!;
        var tag = text.AsSpan(element.Start, element.Content - element.Start);
        var written = text.AsSpan(element.Content, end - element.Content);
        foreach (var (character, mark) in element.Inside)
        {
            var at = TextParting.IndexOf(written, character);
            if (at == written.Length && mark.Kind == MarkKind.End)
            {
                run.EndsSoFar.Add(mark.Comment);
                continue;
            }

            at = TextParting.BeforeSpace(tag, written, at);
            if (at == 0 || written.Contains('<') || !run.MayBeParted)
            {
                Beside(run, mark);
                continue;
            }

            var slot = Between(run, element.Content + at, [mark.Comment], mark.Kind);
            slot.Before = $"</{element.Name}></{run.Name}>";
            slot.After = Again(run) + TextParting.TagOf(tag, written[at..]);
        }
    }

    // Parts a run between two of the elements in it; before the first there is nothing to part.
    private void Part(OpenElement run, int at, IReadOnlyList<int> comments, MarkKind kind)
    {
        if (!run.HasContent || !run.MayBeParted)
        {
            foreach (var comment in comments)
            {
                Beside(run, new CommentMark(comment, kind));
            }

            return;
        }

        var slot = Between(run, at, comments, kind);
        slot.Before = $"</{run.Name}>";
        slot.After = Again(run);
    }

    private MarkSlot Between(OpenElement run, int at, IReadOnlyList<int> comments, MarkKind kind)
    {
        var around = _open[run.Depth - 1];
        var slot = Slots.At(at, around.Prefix);
        slot.Add(kind, comments);
        if (kind == MarkKind.End && around == _paragraph)
        {
            slot.Add(MarkKind.Reference, comments);
        }
        else if (kind == MarkKind.End)
        {
            _open[_paragraph!.Depth + 1].References.AddRange(comments);
        }

        return slot;
    }

    private void Beside(OpenElement unit, CommentMark mark)
    {
        if (mark.Kind == MarkKind.Start)
        {
            Slots.At(unit.Start, _open[unit.Depth - 1].Prefix).Marks.Add(mark);
        }
        else
        {
            unit.Ends.Add(mark.Comment);
        }
    }

    private string Again(OpenElement run) =>
        text[run.Start..run.Content] + text[run.Properties.Start..run.Properties.End];

    // The names of namespaces are compared by reference, which the reader gives them so.
    private MarkedElement KindOf(string space, string name) => !ReferenceEquals(space, spaces.Main)
        ? MarkedElement.Other
        : name switch
        {
            "p" => MarkedElement.Paragraph,
            "pPr" => MarkedElement.ParagraphProperties,
            "r" => MarkedElement.Run,
            "rPr" => MarkedElement.RunProperties,
            "rPrChange" => MarkedElement.RunPropertiesChange,
            "t" => MarkedElement.Text,
            "tc" => MarkedElement.Cell,

            // What is inserted or moved here, links, and groups of runs.
            "ins" or "moveTo" or "hyperlink" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "dir" or "bdo"
                => MarkedElement.Container,
            _ => MarkedElement.Other,
        };
}
