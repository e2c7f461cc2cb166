namespace Validation.Engine.Annotation;

/// <summary>The marks of all comments, at their places in the part.</summary>
/// <param name="comments">How many comments there are.</param>
internal sealed class MarkSlots(int comments)
{
    private readonly SortedDictionary<int, MarkSlot> _slots = [];

    /// <summary>The place before a character, with what stands there already.</summary>
    public MarkSlot At(int at, string prefix)
    {
        if (!_slots.TryGetValue(at, out var slot))
        {
            _slots[at] = slot = new MarkSlot(at, prefix);
        }

        return slot;
    }

    /// <summary>Comments begin with a paragraph.</summary>
    public void Begin(ParagraphEnds paragraph, List<int> comments)
    {
        if (comments.Count > 0)
        {
            At(paragraph.First, paragraph.Prefix).Add(MarkKind.Start, comments);
        }
    }

    /// <summary>Comments end with a paragraph, and hang on it.</summary>
    public void End(ParagraphEnds paragraph, List<int> comments)
    {
        if (comments.Count > 0)
        {
            var slot = At(paragraph.Last, paragraph.Prefix);
            slot.Add(MarkKind.End, comments);
            slot.Add(MarkKind.Reference, comments);
            slot.Opened = paragraph.Opened;
        }
    }

    /// <summary>Moves comments that have not all their marks to a place of their own: the part is not built as it should be where they
    /// belong.</summary>
    /// <param name="paragraph">The paragraph that they come to.</param>
    public void Gather(ParagraphEnds paragraph)
    {
        var counts = new int[comments];
        foreach (var mark in _slots.Values.SelectMany(slot => slot.Marks))
        {
            counts[mark.Comment]++;
        }

        for (var comment = 0; comment < comments; comment++)
        {
            if (counts[comment] == 3)
            {
                continue;
            }

            foreach (var slot in _slots.Values)
            {
                slot.Marks.RemoveAll(mark => mark.Comment == comment);
            }

            Begin(paragraph, [comment]);
            End(paragraph, [comment]);
        }
    }

    /// <summary>The changes of the part's text, in their order.</summary>
    /// <param name="space">The main namespace.</param>
    /// <param name="ids">The id of each comment.</param>
    public IEnumerable<TextEdit> ToEdits(string space, IReadOnlyList<int> ids) =>
        _slots.Values.Where(slot => slot.Marks.Count > 0).Select(slot => slot.ToEdit(space, ids));
}

/// <summary>Where marks may stand at the two ends of a paragraph.</summary>
/// <param name="First">Behind its properties.</param>
/// <param name="Last">Before its end; of a paragraph without content, where the two characters stand that end its tag.</param>
/// <param name="Prefix">The prefix of the main namespace there. Empty: it is the default one.</param>
/// <param name="Opened">The name of a paragraph without content. Null: it has content.</param>
internal readonly record struct ParagraphEnds(int First, int Last, string Prefix, string? Opened);
