using System.Text.RegularExpressions;
using Validation.Cel;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>A passage of another report that says the same as one of this report.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Location">Where it stands in the other report. Null: not known.</param>
/// <param name="Other">The other report.</param>
internal sealed record TwinFact(string Text, Location? Location, RelatedReport Other)
{
    /// <summary>The type of a twin, as rules see it.</summary>
    public static readonly ObjectType Type = new("twin", () =>
    [
        FactField<TwinFact>.Of("text", twin => twin.Text, "另一份报告里的文字"),
        FactField<TwinFact>.Of("name", twin => twin.Other.Name, "那份报告的文件名，不知道时是标题"),
    ]);

    /// <summary>The twin as a value of expressions.</summary>
    public CelValue ToValue() => CelValue.Of(new CelObject(Type, this));
}

/// <summary>How much a section of a report is like the same section of another. It stands where the longest of the copied paragraphs
/// does.</summary>
/// <param name="own">The section.</param>
/// <param name="other">The other one. Null: the other report has no such section.</param>
/// <param name="report">The other report.</param>
/// <param name="left">Finds the sentences that are left out on both sides, since the law or custom prescribes their words.</param>
internal sealed class LikenessFact(SectionFact own, SectionFact? other, RelatedReport report, Regex left)
{
    // Signs of a paragraph that is worth being shown.
    private const int LeastShown = 20;

    private PassageFact? _passage;
    private TwinFact? _twin;

    /// <summary>The type of a likeness, as rules see it.</summary>
    public static readonly ObjectType Type = new("likeness", () =>
    [
        FactField<LikenessFact>.Of("share", fact => fact.Share, "相同的占多少：0 到 1"),
        FactField<LikenessFact>.Of("percent", fact => (long)(fact.Share * 100), "同上，百分之几，舍去小数"),
        FactField<LikenessFact>.Of("length", fact => fact.Length, "比较了多少字：两边较短的，不算重复的"),
        FactField<LikenessFact>.Of("text", fact => fact.Passage.Text, "相同文字最多的一段"),
        FactField<LikenessFact>.Of("twin", TwinFact.Type, fact => fact.Twin.ToValue(), "另一份报告里与那一段最像的一段"),
        FactField<LikenessFact>.Of("name", fact => fact.Other.Name, "另一份报告的文件名，不知道时是标题"),
    ]);

    /// <summary>How much of both is the same, 0 to 1.</summary>
    public double Share { get; } = TextGrams.Likeness(own.GramsWithout(left), other?.GramsWithout(left) ?? []);

    /// <summary>Different fives of characters that were compared: those of the shorter section.</summary>
    public int Length { get; } = Math.Min(own.GramsWithout(left).Length, other?.GramsWithout(left).Length ?? 0);

    /// <summary>The section, 1 to 6.</summary>
    public int Section => own.Ordinal;

    /// <summary>The passage of the section that has the most in common with the other one.</summary>
    public PassageFact Passage => _passage ??= MostOf(own.Parts, other?.GramsWithout(left) ?? []);

    private RelatedReport Other => report;

    private TwinFact Twin => _twin ??= FindTwin();

    private TwinFact FindTwin()
    {
        var passage = MostOf(other!.Parts, TextGrams.Of([Passage.Text]));
        return new(passage.Text, passage.Location, report);
    }

    // The passage that has the most in common with a text; the first where none has any.
    private static PassageFact MostOf(IReadOnlyList<PassageFact> passages, ulong[] grams) => passages
        .Where(passage => passage.Text.Length >= LeastShown)
        .MaxBy(passage => TextGrams.Common(TextGrams.Of([passage.Text]), grams)) ?? passages[0];
}

/// <summary>The functions that compare the prose of a report with that of another.</summary>
internal static class LikenessFunctions
{
    // Characters that cost a step.
    private const int CharactersOfStep = 8;

    /// <summary>The functions, for reports of the given type.</summary>
    public static IReadOnlyList<CelFunction> Of(ObjectType report) =>
    [
        new(
            "likeness", false, [ProseFacts.Section, report, CelType.String], LikenessFact.Type, Likeness,
            "一个部分与另一份报告的同一部分有多像；第三个是正则表达式，含有它的句子两边都不算"),
        new(
            "twins", false, [ProseFacts.Sentence, report], CelType.ListOf(TwinFact.Type), Twins,
            "另一份报告里一字不差的句子，得到列表：没有或者一个"),
    ];

    private static CelValue Likeness(CelFrame frame, ReadOnlySpan<CelValue> arguments)
    {
        var own = (SectionFact)arguments[0].AsObject;
        var report = (ReportFacts)arguments[1].AsObject;
        if (CelPattern.Get(arguments[2].AsString, out var problem) is not { } pattern)
        {
            return CelValue.Error(problem!);
        }

        var other = report.Prose.Find(own.Ordinal);
        return frame.Budget.Spend((own.Length + (other?.Length ?? 0)) / CharactersOfStep)
            ? CelValue.Of(new CelObject(LikenessFact.Type, new LikenessFact(own, other, report.Source!, pattern.Regex)))
            : CelValue.Of(CelError.BudgetExceeded);
    }

    private static CelValue Twins(CelFrame frame, ReadOnlySpan<CelValue> arguments)
    {
        var sentence = (SentenceFact)arguments[0].AsObject;
        var report = (ReportFacts)arguments[1].AsObject;
        return report.Prose.Same(sentence.Text) is { } same
            ? CelValue.Of(new CelList([new TwinFact(same.Text, same.Location, report.Source!).ToValue()]))
            : CelValue.Of(CelList.Empty);
    }
}
