namespace Validation.Engine.Annotation;

/// <summary>The elements of a docx that matter to where comments may stand. [ISO 29500-1] 17</summary>
internal enum MarkedElement
{
    /// <summary>Any other element: marks stand before or behind the whole of it.</summary>
    Other,

    /// <summary>An element of a paragraph that may hold runs, and marks between them.</summary>
    Container,

    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    RunPropertiesChange,
    Text,
    Cell,
}

/// <summary>An element that is open, and what is to be marked at its end. One object serves all elements of a depth, one after another.
/// </summary>
/// <param name="depth">How deep it is; 0: it is the root.</param>
internal sealed class OpenElement(int depth)
{
    public int Depth => depth;

    public MarkedElement Kind { get; private set; }

    /// <summary>Its name as it is written.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>The prefix of its name. Empty: it has none.</summary>
    public string Prefix { get; private set; } = string.Empty;

    /// <summary>Where its tag begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where its tag ends, and its content begins.</summary>
    public int Content { get; private set; }

    /// <summary>Marks may stand right in it: it is the paragraph, or a container in containers of the paragraph.</summary>
    public bool TakesMarks { get; set; }

    /// <summary>Of a paragraph: where the first mark may stand, behind its properties.</summary>
    public int FirstPlace { get; set; }

    /// <summary>Of a run: where its properties stand; 0, 0: it has none.</summary>
    public (int Start, int End) Properties { get; set; }

    /// <summary>Of a run: it may be parted into two.</summary>
    public bool MayBeParted { get; set; }

    /// <summary>Of a run: something other than its properties has begun.</summary>
    public bool HasContent { get; set; }

    /// <summary>Of a cell: its first paragraph has been met.</summary>
    public bool HasParagraph { get; set; }

    /// <summary>Of a cell: the last paragraph in it so far.</summary>
    public ParagraphEnds? LastParagraph { get; set; }

    /// <summary>Comments that begin with it.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Comments that end with it.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Of a run: comments that end with what it holds so far.</summary>
    public List<int> EndsSoFar { get; } = [];

    /// <summary>Comments that hang behind it, since they end inside.</summary>
    public List<int> References { get; } = [];

    /// <summary>Of a text: comments that begin or end inside, with the character.</summary>
    public List<(int Character, CommentMark Mark)> Inside { get; } = [];

    /// <summary>Begins another element, with nothing known of it.</summary>
    public void Begin(MarkedElement kind, string name, string prefix, int start, int content)
    {
        (Kind, Name, Prefix, Start, Content) = (kind, name, prefix, start, content);
        (TakesMarks, MayBeParted, HasContent, HasParagraph) = (false, true, false, false);
        (FirstPlace, Properties, LastParagraph) = (content, default, null);
        Starts.Clear();
        Ends.Clear();
        EndsSoFar.Clear();
        References.Clear();
        Inside.Clear();
    }
}
