using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Documents.Docx;

/// <summary>A paragraph that is being read; text boxes in it have paragraphs of their own.</summary>
internal sealed class DocxParagraph
{
    private const int MostFields = 62;

    // One bit for each open field, set once its result has begun.
    private ulong _results;
    private int _fields;

    /// <summary>Where its text begins in the buffer.</summary>
    public int Start { get; private set; }

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

    /// <summary>Something is to be seen here: not in hidden runs, and of fields the result only.</summary>
    public bool IsVisible => Run.IsHidden != true && _results == (1UL << _fields) - 1;

    /// <summary>Where text is read: what is struck out counts as deleted.</summary>
    public bool IsTextRead => IsVisible && Run.IsStruck != true;

    /// <summary>What its text boxes hold. Null: there are none.</summary>
    public List<Step>? Boxes { get; set; }

    /// <summary>Begins another paragraph.</summary>
    public void Begin(int start)
    {
        Start = start;
        Style = null;
        List = null;
        Level = null;
        IsJoined = false;
        IsHidden = false;
        Run = default;
        Boxes = null;
        _results = 0;
        _fields = 0;
    }

    /// <summary>
    /// A mark of a field. A field may go on over many paragraphs, its instruction ends with its paragraph: a file that lacks the marks must
    /// not lose the text behind.
    /// </summary>
    public void MarkField(string? type)
    {
        switch (type)
        {
            case "begin" when _fields < MostFields:
                _fields++;
                break;
            case "begin":
                throw UnreadableException.TooLarge();
            case "separate" when _fields > 0:
                _results |= 1UL << (_fields - 1);
                break;
            case "end" when _fields > 0:
                _results &= ~(1UL << --_fields);
                break;
            default:
                break;
        }
    }
}
