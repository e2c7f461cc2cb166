using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Docx;

/// <summary>A paragraph that is being read; text boxes in it have paragraphs of their own.</summary>
internal sealed class DocxParagraph
{
    private const int MostFields = 62;

    private readonly FieldState _fields = new();

    /// <summary>Where its text begins in the buffer.</summary>
    public int Start { get; private set; }

    /// <summary>Its element, counted from 1 as the elements of the part begin.</summary>
    public int Element { get; private set; }

    /// <summary>Its style. Null: that of all paragraphs.</summary>
    public string? Style { get; set; }

    /// <summary>Its own list. Null: that of its style; 0: none.</summary>
    public int? List { get; set; }

    /// <summary>Its own level in the list.</summary>
    public int? Level { get; set; }

    /// <summary>Its end was deleted, so that the next paragraph goes on with its text.</summary>
    public bool IsJoined { get; set; }

    /// <summary>Its end is hidden, so that it is not there at all when its text is hidden.</summary>
    public bool IsHidden { get; set; }

    /// <summary>How the text of the open run is to be seen.</summary>
    public TextLook Run { get; set; }

    /// <summary>True: text here is visible. It is not in hidden runs, nor in the instructions of fields.</summary>
    public bool IsVisible => Run.IsHidden != true && !_fields.IsInstruction;

    /// <summary>True: text here is read. What is struck out counts as deleted.</summary>
    public bool IsTextRead => IsVisible && Run.IsStruck != true;

    /// <summary>What its text boxes hold. Null: there are none.</summary>
    public List<Step>? Boxes { get; set; }

    /// <summary>Begins another paragraph, with nothing known of it.</summary>
    public void Begin(int start, int element)
    {
        Start = start;
        Element = element;
        Style = null;
        List = null;
        Level = null;
        IsJoined = false;
        IsHidden = false;
        Run = default;
        Boxes = null;
        _fields.Clear();
    }

    /// <summary>
    /// A mark of a field. A field may go on over many paragraphs, its instruction ends with its paragraph: a file that lacks the marks must
    /// not lose the text behind.
    /// </summary>
    public void MarkField(string? type)
    {
        switch (type)
        {
            case "begin" when _fields.Depth == MostFields:
                throw UnreadableException.TooLarge();
            case "begin":
                _fields.Begin();
                break;
            case "separate":
                _fields.Separate();
                break;
            case "end":
                _fields.End();
                break;
            default:
                break;
        }
    }
}
