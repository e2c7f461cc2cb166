using Validation.Cel;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A section of prose: one of the six, what stands before them, or all of it.</summary>
/// <param name="Ordinal">1 to 6; 0 for what stands before, and for all.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="Numbering">The number as printed.</param>
/// <param name="Location">Where the heading stands.</param>
/// <param name="Parts">The paragraphs.</param>
internal sealed record SectionFact(
    int Ordinal, string Heading, string Numbering, Location? Location, IReadOnlyList<PassageFact> Parts) : IPlace
{
    private CelValue? _text;
    private CelValue? _paragraphs;
    private CelValue? _sentences;

    public int Section => Ordinal;

    public string Words => Heading;

    /// <summary>The whole text, a line for each paragraph.</summary>
    public CelValue Text => _text ??= CelValue.Of(string.Join('\n', Parts.Select(part => part.Text)));

    /// <summary>The paragraphs.</summary>
    public CelValue Paragraphs => _paragraphs ??= ProseFacts.ListOf(ProseFacts.Paragraph, Parts);

    /// <summary>The sentences.</summary>
    public CelValue Sentences => _sentences ??= ProseFacts.ListOf(ProseFacts.Sentence, [.. Parts.SelectMany(part => part.Sentences())]);
}

/// <summary>The prose of a report as expressions see it.</summary>
internal sealed class ProseFacts
{
    /// <summary>A paragraph.</summary>
    public static readonly ObjectType Paragraph = new("paragraph", () =>
    [
        new("text", CelType.String, fact => CelValue.Of(((PassageFact)fact).Text), "文字"),
        new("section", CelType.Int, fact => CelValue.Of((long)((PassageFact)fact).Section), "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>A sentence.</summary>
    public static readonly ObjectType Sentence = new("sentence", () =>
    [
        new("text", CelType.String, fact => CelValue.Of(((SentenceFact)fact).Text), "文字"),
        new("section", CelType.Int, fact => CelValue.Of((long)((SentenceFact)fact).Section), "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>A section.</summary>
    public static readonly ObjectType Section = new("section", () =>
    [
        Field("ordinal", CelType.Int, fact => CelValue.Of((long)fact.Ordinal), "第几部分"),
        Field("heading", CelType.String, fact => CelValue.Of(fact.Heading), "标题原文"),
        Field("numbering", CelType.String, fact => CelValue.Of(fact.Numbering), "序号原文"),
        Field("name", CelType.String, fact => CelValue.Of(NameOf(fact.Heading)), "去掉序号的标题"),
        Field("text", CelType.String, fact => fact.Text, "全文，一段一行"),
        Field("paragraphs", CelType.ListOf(Paragraph), fact => fact.Paragraphs, "各段"),
        Field("sentences", CelType.ListOf(Sentence), fact => fact.Sentences, "各句"),
    ]);

    public ProseFacts(Report report)
    {
        List<SectionFact> sections = [.. report.Sections.Select(Of)];
        Sections = ListOf(Section, sections);
        var opening = Join(report.Opening, 0);
        Opening = ValueOf(new SectionFact(0, string.Empty, string.Empty, null, opening));
        var all = opening.Concat(sections.SelectMany(section => section.Parts));
        All = ValueOf(new SectionFact(0, string.Empty, string.Empty, null, [.. all]));
    }

    /// <summary>The sections that the document has.</summary>
    public CelValue Sections { get; }

    /// <summary>What stands before section 一.</summary>
    public CelValue Opening { get; }

    /// <summary>All prose.</summary>
    public CelValue All { get; }

    /// <summary>A heading without its number.</summary>
    public static string NameOf(string heading) => heading[Numbering.Of(heading).Length..].TrimStart();

    /// <summary>A list of facts.</summary>
    public static CelValue ListOf<T>(ObjectType type, IReadOnlyList<T> facts)
        where T : class
    {
        var items = new CelValue[facts.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = CelValue.Of(new CelObject(type, facts[i]));
        }

        return CelValue.Of(new CelList(items));
    }

    private static SectionFact Of(Section section) => new(
        section.Ordinal, section.Heading, section.Numbering, section.Location, Join(section.Paragraphs, section.Ordinal));

    private static PassageFact[] Join(IReadOnlyList<Passage> passages, int section) =>
        Array.ConvertAll(WrappedLines.Join(passages), paragraph => new PassageFact(paragraph, section));

    private static CelValue ValueOf(SectionFact fact) => CelValue.Of(new CelObject(Section, fact));

    private static ObjectField Field(string name, CelType type, Func<SectionFact, CelValue> get, string documentation) =>
        new(name, type, fact => get((SectionFact)fact), documentation);
}
