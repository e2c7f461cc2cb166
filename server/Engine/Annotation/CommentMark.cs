namespace Validation.Engine.Annotation;

/// <summary>The marks that tie a comment to the text. [ISO 29500-1] 17.13.4</summary>
internal enum MarkKind
{
    /// <summary>Where its range begins: commentRangeStart.</summary>
    Start,

    /// <summary>Where its range ends: commentRangeEnd.</summary>
    End,

    /// <summary>Where the comment itself hangs: a run with a commentReference.</summary>
    Reference,
}

/// <summary>A mark of a comment.</summary>
/// <param name="Comment">The comment, from 0 in the order of the list.</param>
/// <param name="Kind">What it marks.</param>
internal readonly record struct CommentMark(int Comment, MarkKind Kind);

/// <summary>A place between two characters of the part where marks come to stand.</summary>
/// <param name="at">Where, in characters of the part's text from 0.</param>
/// <param name="prefix">The prefix of the main namespace that holds there. Empty: it is the default one.</param>
internal sealed class MarkSlot(int at, string prefix)
{
    public int At { get; } = at;

    /// <summary>The marks, in no order.</summary>
    public List<CommentMark> Marks { get; } = [];

    /// <summary>What ends the elements that the marks part.</summary>
    public string Before { get; set; } = string.Empty;

    /// <summary>What begins these elements again.</summary>
    public string After { get; set; } = string.Empty;

    /// <summary>The name of the paragraph without content whose tag ends here, and which must be opened. Null: none is.</summary>
    public string? Opened { get; set; }

    /// <summary>Adds a mark of the same kind for each comment.</summary>
    public void Add(MarkKind kind, IEnumerable<int> comments) => Marks.AddRange(comments.Select(comment => new CommentMark(comment, kind)));

    /// <summary>The change of the text.</summary>
    /// <param name="space">The main namespace.</param>
    /// <param name="ids">The id of each comment.</param>
    public TextEdit ToEdit(string space, IReadOnlyList<int> ids)
    {
        // A range that begins where another one ends does not reach into it; one that begins and ends here is empty.
        var begun = Marks.Where(mark => mark.Kind == MarkKind.Start).Select(mark => mark.Comment).ToHashSet();
        var marks = Marks
            .OrderBy(mark => mark.Kind == MarkKind.Start ? 1 : begun.Contains(mark.Comment) ? 2 : 0)
            .ThenBy(mark => mark.Comment)
            .ThenBy(mark => mark.Kind)
            .Select(mark => ToXml(mark.Kind, space, ids[mark.Comment]));
        var xml = string.Concat(marks);
        return Opened is null ? new TextEdit(At, 0, Before + xml + After) : new TextEdit(At, 2, $">{xml}</{Opened}>");
    }

    private string ToXml(MarkKind kind, string space, int id)
    {
        var (name, declaration) = prefix.Length > 0 ? (prefix, string.Empty) : ("w", $" xmlns:w=\"{space}\"");
        return kind switch
        {
            MarkKind.Start => $"<{name}:commentRangeStart{declaration} {name}:id=\"{id}\"/>",
            MarkKind.End => $"<{name}:commentRangeEnd{declaration} {name}:id=\"{id}\"/>",
            _ => $"<{name}:r{declaration}><{name}:commentReference {name}:id=\"{id}\"/></{name}:r>",
        };
    }
}
