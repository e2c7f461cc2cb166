using System.Text.RegularExpressions;
using Validation.Cel;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A section of the prose as rules see it: one of the six, the text before them, or all of it.</summary>
/// <param name="Ordinal">1 to 6; 0 for what stands before, and for all.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="Numbering">The number as printed.</param>
/// <param name="Location">Where the heading stands.</param>
/// <param name="Parts">The paragraphs.</param>
internal sealed record SectionFact(
    int Ordinal, string Heading, string Numbering, Location? Location, IReadOnlyList<PassageFact> Parts)
{
    private CelValue? _text;
    private CelValue? _paragraphs;
    private CelValue? _sentences;
    private (Regex Left, ulong[] Grams)? _grams;

    /// <summary>The whole text, with a line for each paragraph.</summary>
    public CelValue Text => _text ??= CelValue.Of(string.Join('\n', Parts.Select(part => part.Text)));

    /// <summary>The paragraphs as a list for expressions, made when first asked for.</summary>
    public CelValue Paragraphs => _paragraphs ??= FactList.Of(ProseFacts.Paragraph, Parts);

    /// <summary>The sentences as a list for expressions, made when first asked for.</summary>
    public CelValue Sentences => _sentences ??= FactList.Of(ProseFacts.Sentence, [.. Parts.SelectMany(part => part.Sentences())]);

    /// <summary>The characters of all paragraphs together.</summary>
    public int Length => Parts.Sum(part => part.Text.Length);

    /// <summary>The section as a set of five characters in a row, for comparison: see <see cref="TextGrams"/>. Kept for the last
    /// pattern.</summary>
    /// <param name="left">Finds the sentences that are left out.</param>
    public ulong[] GramsWithout(Regex left)
    {
        if (_grams is not { } made || made.Left != left)
        {
            var sentences = Parts.SelectMany(part => part.Sentences()).Select(sentence => sentence.Text);
            made = (left, TextGrams.Of([.. sentences.Where(sentence => !left.IsMatch(sentence))]));
            _grams = made;
        }

        return made.Grams;
    }
}

/// <summary>The prose of a report, as rules see it.</summary>
internal sealed class ProseFacts
{
    /// <summary>The type of a paragraph, as rules see it.</summary>
    public static readonly ObjectType Paragraph = new("paragraph", () =>
    [
        FactField<PassageFact>.Of("text", fact => fact.Text, "文字"),
        FactField<PassageFact>.Of("section", fact => fact.Section, "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The type of a sentence, as rules see it.</summary>
    public static readonly ObjectType Sentence = new("sentence", () =>
    [
        FactField<SentenceFact>.Of("text", fact => fact.Text, "文字"),
        FactField<SentenceFact>.Of("section", fact => fact.Passage.Section, "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The type of a section, as rules see it.</summary>
    public static readonly ObjectType Section = new("section", () =>
    [
        FactField<SectionFact>.Of("ordinal", fact => fact.Ordinal, "第几部分"),
        FactField<SectionFact>.Of("heading", fact => fact.Heading, "标题原文"),
        FactField<SectionFact>.Of("numbering", fact => fact.Numbering, "序号原文"),
        FactField<SectionFact>.Of("name", fact => NameOf(fact.Heading), "去掉序号的标题"),
        FactField<SectionFact>.Of("text", CelType.String, fact => fact.Text, "全文，一段一行"),
        FactField<SectionFact>.Of("paragraphs", CelType.ListOf(Paragraph), fact => fact.Paragraphs, "各段"),
        FactField<SectionFact>.Of("sentences", CelType.ListOf(Sentence), fact => fact.Sentences, "各句"),
    ]);

    private readonly List<SectionFact> _sections;
    private Dictionary<string, SentenceFact>? _bySentence;

    public ProseFacts(Report report)
    {
        List<SectionFact> sections = [.. report.Sections.Select(Of)];
        _sections = sections;
        Sections = FactList.Of(Section, sections);
        var opening = Join(report.Opening, 0);
        Opening = ValueOf(new SectionFact(0, string.Empty, string.Empty, null, opening));
        var all = opening.Concat(sections.SelectMany(section => section.Parts));
        All = ValueOf(new SectionFact(0, string.Empty, string.Empty, null, [.. all]));
    }

    /// <summary>The sections that the document has.</summary>
    public CelValue Sections { get; }

    /// <summary>The text before section 一.</summary>
    public CelValue Opening { get; }

    /// <summary>All text outside of tables, the variable <c>prose</c> of rules.</summary>
    public CelValue All { get; }

    /// <summary>A section. Null: the document does not have it.</summary>
    /// <param name="ordinal">1 to 6.</param>
    public SectionFact? Find(int ordinal) => _sections.Find(section => section.Ordinal == ordinal);

    /// <summary>The first sentence with exactly this text. Null: there is none.</summary>
    public SentenceFact? Same(string sentence)
    {
        if (_bySentence is null)
        {
            _bySentence = new(StringComparer.Ordinal);
            foreach (var one in ((SectionFact)All.AsObject).Parts.SelectMany(part => part.Sentences()))
            {
                _bySentence.TryAdd(one.Text, one);
            }
        }

        return _bySentence.GetValueOrDefault(sentence);
    }

    /// <summary>A heading without its number.</summary>
    public static string NameOf(string heading) => heading[Numbering.Of(heading).Length..].TrimStart();

    private static SectionFact Of(Section section) => new(
        section.Ordinal, section.Heading, section.Numbering, section.Location, Join(section.Paragraphs, section.Ordinal));

    private static PassageFact[] Join(IReadOnlyList<Passage> passages, int section) =>
        Array.ConvertAll(WrappedLines.Join(passages), paragraph => new PassageFact(paragraph, section));

    private static CelValue ValueOf(SectionFact fact) => CelValue.Of(new CelObject(Section, fact));
}
