using Validation.Cel;
using Validation.Form;

namespace Validation.Engine.Rules.Facts;

/// <summary>The functions that rules have beyond the language's own.</summary>
internal static class FactFunctions
{
    private const int MostInPassage = 1_000;
    private const int MostInAll = 10_000;

    private static readonly CelValue NoSection = CelValue.Of(new CelError(Texts.SectionUnknown, IsUnknown: true));

    /// <summary>The functions, one for each signature.</summary>
    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Find(ProseFacts.Section),
        Find(ProseFacts.Paragraph),
        Find(ProseFacts.Sentence),
        ClaimFacts.Stated,
        new(
            "section", false, [CelType.Int], ProseFacts.Section,
            (frame, arguments) => Section(frame, arguments[0].AsInt), "第 n 部分；没有时无法判断")
        {
            Prepare = arguments => arguments[0] is { Kind: CelKind.Int, AsInt: < 1 or > 6 } constant
                ? new PreparedCall(null, Texts.NoSuchSection(constant.AsInt))
                : null,
        },
        new(
            "places", false, [CelType.ListOf(CelType.Dyn)], CelType.String,
            (_, arguments) => CelValue.Of(Places(arguments[0].AsList)), "用几个字说明这些单元格在哪里"),
    ];

    private static CelValue Section(CelFrame frame, long ordinal)
    {
        foreach (var section in frame.Variables[FactEnvironment.SectionsSlot].AsList.Items)
        {
            if (((SectionFact)section.AsObject).Ordinal == ordinal)
            {
                return section;
            }
        }

        return NoSection;
    }

    private static CelFunction Find(ObjectType where) => new(
        "find", false, [where, CelType.String], CelType.ListOf(MatchFact.Type),
        (frame, arguments) => CelPattern.Get(arguments[1].AsString, out var problem) is { } pattern
            ? Find(frame, arguments[0].AsObject, pattern)
            : CelValue.Error(problem!),
        "在部分、段落或句子里找正则表达式，得到匹配的列表")
    {
        Prepare = arguments => arguments[1] is not { Kind: CelKind.String } constant ? null
            : CelPattern.Get(constant.AsString, out var problem) is { } pattern
                ? new PreparedCall((frame, actual) => Find(frame, actual[0].AsObject, pattern))
                : new PreparedCall(null, problem),
    };

    private static CelValue Find(CelFrame frame, object where, CelPattern pattern)
    {
        List<MatchFact>? found = null;
        var problem = where switch
        {
            SectionFact section => Find(frame, section.Parts, pattern, ref found),
            PassageFact part => Find(frame, part, part.Text, 0, pattern, ref found),
            SentenceFact sentence => Find(frame, sentence.Passage, sentence.Text, sentence.Start, pattern, ref found),
            _ => null,
        };
        return problem is not null ? CelValue.Of(problem)
            : found is null ? CelValue.Of(CelList.Empty)
            : FactList.Of(MatchFact.Type, found);
    }

    private static CelError? Find(CelFrame frame, IReadOnlyList<PassageFact> parts, CelPattern pattern, ref List<MatchFact>? found)
    {
        foreach (var part in parts)
        {
            if (Find(frame, part, part.Text, 0, pattern, ref found) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    // The error with which the search ends. Null: all matches are found.
    private static CelError? Find(
        CelFrame frame, PassageFact part, string text, int offset, CelPattern pattern, ref List<MatchFact>? found)
    {
        if (!pattern.Spend(frame, text))
        {
            return CelError.BudgetExceeded;
        }

        // A look that allocates nothing comes first: most patterns find nothing.
        if (!pattern.IsIn(text))
        {
            return null;
        }

        found ??= [];
        var most = Math.Min(found.Count + MostInPassage, MostInAll);
        for (var match = pattern.Regex.Match(text); match.Success; match = match.NextMatch())
        {
            if (found.Count == most)
            {
                return new CelError(Texts.TooManyMatches(part.Section));
            }

            found.Add(new MatchFact(part, match, offset));
            if (!pattern.SpendNext(frame, text, match.Index + match.Length))
            {
                return CelError.BudgetExceeded;
            }
        }

        return null;
    }

    private static string Places(CelList cells)
    {
        var templates = new List<CellTemplate>(cells.Count);
        foreach (var item in cells.Items)
        {
            if (item is { Kind: CelKind.Object } && item.AsObject is CellFact { Template: { } template })
            {
                templates.Add(template);
            }
        }

        var table = templates.Count == 0 ? null : ReportTemplate.Tables.First(table => table.Key == FactPaths.TableOf(templates[0].Path));
        return table is null ? string.Empty : Texts.Places(table, templates);
    }
}
