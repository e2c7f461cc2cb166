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
    private readonly Dictionary<int, List<CommentMark>> _wanted = [];
    private readonly List<OpenElement> _cells = [];

    // The outermost paragraph, and the element in it that marks may stand beside and not in.
    private OpenElement? _paragraph;
    private OpenElement? _unit;
    private int _paragraphDepth;
    private int _unitDepth;
    private ParagraphEnds? _firstParagraph;

    /// <summary>The places that were found.</summary>
    public MarkSlots Slots { get; } = new(ranges.Count);

    /// <summary>The ids of comments that the part names, whether there are such comments or not.</summary>
    public HashSet<int> Ids { get; } = [];

    /// <summary>Reads the part, and finds the places.</summary>
    /// <returns>False: there is no place where a comment could stand.</returns>
    /// <exception cref="UnreadableException">The part is damaged, or goes beyond a limit.</exception>
    public bool Find()
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            Want(ranges[i].First, new CommentMark(i, MarkKind.Start));
            Want(ranges[i].Last, new CommentMark(i, MarkKind.End));
        }

        while (cursor.Read())
        {
            var depth = cursor.Xml.Depth;
            if (cursor.IsEnd)
            {
                Close(_open[depth], depth, cursor.Start, cursor.End);
                continue;
            }

            var element = Open(depth);
            if (cursor.IsEmpty)
            {
                Close(element, depth, cursor.End - 2, cursor.End);
            }
        }

        if (_firstParagraph is not { } place)
        {
            return false;
        }

        Slots.Gather(place);
        return true;
    }

    private void Want(int element, CommentMark mark)
    {
        if (!_wanted.TryGetValue(element, out var marks))
        {
            _wanted[element] = marks = [];
        }

        marks.Add(mark);
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
            _open.Add(new OpenElement());
        }

        var kind = MarkedElements.Of(reader.NamespaceURI, reader.LocalName, spaces);
        var element = _open[depth];
        element.Begin(kind, reader.Name, reader.Prefix, cursor.Start, cursor.End);
        if (kind == MarkedElement.Other && reader.LocalName.StartsWith("comment", StringComparison.Ordinal)
            && int.TryParse(cursor.Xml.Text("id", spaces.Main), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            Ids.Add(id);
        }

        Enter(element, depth);
        if (_wanted.TryGetValue(cursor.Xml.Elements, out var marks))
        {
            foreach (var mark in marks)
            {
                Mark(element, depth, mark);
            }
        }

        if (_unit is { Kind: MarkedElement.Run } run && depth == _unitDepth + 1)
        {
            run.HasContent |= kind != MarkedElement.RunProperties;
        }

        return element;
    }

    // Finds out what the element is to the paragraph around it.
    private void Enter(OpenElement element, int depth)
    {
        if (_paragraph is null)
        {
            if (element.Kind == MarkedElement.Paragraph)
            {
                BeginParagraph(element, depth);
            }
            else if (element.Kind == MarkedElement.Cell)
            {
                _cells.Add(element);
            }
        }
        else if (_unit is null)
        {
            element.TakesMarks = element.Kind == MarkedElement.Container;
            (_unit, _unitDepth) = element.TakesMarks ? (null, 0) : (element, depth);
        }
        else if (_unit.Kind == MarkedElement.Run && element.Kind == MarkedElement.RunPropertiesChange)
        {
            // A change has an id of its own, which must not be there twice.
            _unit.MayBeParted = false;
        }
        else if (_unit.Kind == MarkedElement.Run && depth == _unitDepth + 1 && _unit.EndsSoFar.Count > 0)
        {
            Part(_unit, element.Start, _unit.EndsSoFar, MarkKind.End);
            _unit.EndsSoFar.Clear();
        }
    }

    private void BeginParagraph(OpenElement element, int depth)
    {
        (_paragraph, _paragraphDepth) = (element, depth);
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

    private void Mark(OpenElement element, int depth, CommentMark mark)
    {
        var (isStart, range) = (mark.Kind == MarkKind.Start, ranges[mark.Comment]);
        if (element == _paragraph || _paragraph is null)
        {
            (isStart ? element.Starts : element.Ends).Add(mark.Comment);
            return;
        }

        var isChild = _unit is { Kind: MarkedElement.Run } && depth == _unitDepth + 1 && !range.IsWhole;
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

    private void Close(OpenElement element, int depth, int end, int behind)
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
            EndInParagraph(element, depth, behind);
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

    private void EndInParagraph(OpenElement element, int depth, int behind)
    {
        switch (element.Kind)
        {
            case MarkedElement.ParagraphProperties when depth == _paragraphDepth + 1:
                _paragraph!.FirstPlace = behind;
                break;
            case MarkedElement.RunProperties when _unit is { Kind: MarkedElement.Run } run && depth == _unitDepth + 1:
                run.Properties = (element.Start, behind);
                break;
            default:
                break;
        }

        if (element == _unit)
        {
            element.Ends.AddRange(element.EndsSoFar);
            EndUnit(element, depth, behind);
            _unit = null;
        }

        // Comments that end in a container hang behind it: were they in it, whoever rejects the insertion would lose them.
        if (depth == _paragraphDepth + 1 && element.References.Count > 0)
        {
            var marks = element.References.Select(comment => new CommentMark(comment, MarkKind.Reference));
            Slots.At(behind, _paragraph!.Prefix).Marks.AddRange(marks);
        }
    }

    private void EndUnit(OpenElement unit, int depth, int behind)
    {
        if (unit.Ends.Count > 0)
        {
            var slot = Slots.At(behind, _open[depth - 1].Prefix);
            slot.Marks.AddRange(unit.Ends.Select(comment => new CommentMark(comment, MarkKind.End)));
            _open[_paragraphDepth + 1].References.AddRange(unit.Ends);
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
        var around = _open[_unitDepth - 1];
        var slot = Slots.At(at, around.Prefix);
        slot.Marks.AddRange(comments.Select(comment => new CommentMark(comment, kind)));
        if (kind == MarkKind.End && around == _paragraph)
        {
            slot.Marks.AddRange(comments.Select(comment => new CommentMark(comment, MarkKind.Reference)));
        }
        else if (kind == MarkKind.End)
        {
            _open[_paragraphDepth + 1].References.AddRange(comments);
        }

        return slot;
    }

    private void Beside(OpenElement unit, CommentMark mark)
    {
        if (mark.Kind == MarkKind.Start)
        {
            Slots.At(unit.Start, _open[_unitDepth - 1].Prefix).Marks.Add(mark);
        }
        else
        {
            unit.Ends.Add(mark.Comment);
        }
    }

    private string Again(OpenElement run) =>
        text[run.Start..run.Content] + text[run.Properties.Start..run.Properties.End];
}
