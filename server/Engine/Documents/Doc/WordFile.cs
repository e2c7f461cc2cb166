using Validation.Engine.Documents.Cfb;
using Validation.V1;

namespace Validation.Engine.Documents.Doc;

/// <summary>The parts of a Word 97–2003 document that are read.</summary>
internal sealed class WordFile
{
    // The counts of characters and the pieces may differ by the paragraph mark behind the last of several texts.
    private const int Slack = 2;

    private readonly Lazy<ReadOnlyMemory<byte>> _data;

    /// <summary>Opens a Word document in a compound file.</summary>
    /// <exception cref="UnreadableException">It is damaged, too large, has a password or is older than Word 97.</exception>
    public WordFile(CompoundFile file, EngineLimits limits)
    {
        Limits = limits;
        Stream = file.Read("WordDocument");
        Information = new FileInformation(Stream.Span);
        var table = file.Read(Information.TableStream).Span;
        _data = new Lazy<ReadOnlyMemory<byte>>(() => file.Read("Data"), LazyThreadSafetyMode.None);
        Pieces = PieceTable.Read(Information.Part(PartIndex.Pieces, table), Stream.Length);
        Sections = new Sections(Information.PartIfWhole(PartIndex.Sections, table));
        CheckLength();
        Characters = PropertyPages.OfCharacters(Stream, Information.Part(PartIndex.CharacterPages, table));
        Paragraphs = PropertyPages.OfParagraphs(Stream, Information.Part(PartIndex.ParagraphPages, table));
        Styles = new WordStyles(Information.Part(PartIndex.Styles, table));
        TextBoxes = new TextBoxes(
            Information.Part(PartIndex.TextBoxes, table),
            Information.PartIfWhole(PartIndex.Shapes, table),
            Information.TextBoxStart,
            Information.TextBoxes);
        Numbers = new ParagraphNumbers(
            ListTables.Read(Information.From(PartIndex.Lists, table), Information.From(PartIndex.ListUses, table)), Styles);
    }

    public EngineLimits Limits { get; }

    /// <summary>The WordDocument stream, in which the text stands.</summary>
    public ReadOnlyMemory<byte> Stream { get; }

    /// <summary>The Data stream, with properties that take much room; empty: there is none.</summary>
    public ReadOnlyMemory<byte> Data => _data.Value;

    public FileInformation Information { get; }

    public TextPiece[] Pieces { get; }

    /// <summary>The sections of the main text.</summary>
    public Sections Sections { get; }

    public PropertyPages Characters { get; }

    public PropertyPages Paragraphs { get; }

    /// <summary>The styles that paragraphs and characters name.</summary>
    public WordStyles Styles { get; }

    /// <summary>The text boxes of the main text.</summary>
    public TextBoxes TextBoxes { get; }

    public ParagraphNumbers Numbers { get; }

    // Text may be lost where the counts of characters and the pieces do not agree, unless the sections confirm the count of the main text.
    private void CheckLength()
    {
        var sum = Information.AllTexts;
        var most = Pieces[^1].End;
        var isConfirmed = Sections.End is { } end && Math.Abs((long)end - Information.Text) <= Slack;
        if (sum > most || (sum < most - Slack && !isConfirmed) || Information.Text == 0)
        {
            throw Information.Text == 0 && sum == most ? new UnreadableException(Reason.EmptyDocument) : UnreadableException.Damaged();
        }

        UnreadableException.ThrowIfTooLarge(sum > Limits.TextCharacters);
    }
}
