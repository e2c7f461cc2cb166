using System.Text.RegularExpressions;
using Validation.Cel;
using Validation.Template;

namespace Validation.Engine.Rules.Facts;

/// <summary>The functions that rules have beyond the language's own.</summary>
internal static class FactFunctions
{
    private const int MostMatches = 1000;
    private const int CharactersPerStep = 16;

    private static readonly CelValue NoSection = CelValue.Of(new CelError(Texts.SectionUnknown, IsUnknown: true));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Find(ProseFacts.Section),
        Find(ProseFacts.Paragraph),
        Find(ProseFacts.Sentence),
        ClaimFacts.Stated,
        new(
            "section", false, [CelType.Int], ProseFacts.Section,
            (frame, arguments) => Section(frame, arguments[0].AsInt), "第 n 部分；没有时无法判断"),
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

    private static CelValue Find(CelFrame frame, object where, Regex pattern)
    {
        var found = new List<MatchFact>();
        var isDone = where switch
        {
            SectionFact section => section.Parts.All(part => Find(frame, part, part.Text, 0, pattern, found)),
            PassageFact part => Find(frame, part, part.Text, 0, pattern, found),
            SentenceFact sentence => Find(frame, sentence.Passage, sentence.Text, sentence.Start, pattern, found),
            _ => true,
        };
        return !isDone ? CelValue.Of(CelError.BudgetExceeded)
            : found.Count == 0 ? CelValue.Of(CelList.Empty)
            : ProseFacts.ListOf(MatchFact.Type, found);
    }

    private static bool Find(CelFrame frame, PassageFact part, string text, int offset, Regex pattern, List<MatchFact> found)
    {
        if (!frame.Budget.Spend(1 + (text.Length / CharactersPerStep)))
        {
            return false;
        }

        try
        {
            // A look that allocates nothing comes first: most patterns find nothing.
            if (pattern.IsMatch(text))
            {
                for (var match = pattern.Match(text); match.Success && found.Count < MostMatches; match = match.NextMatch())
                {
                    found.Add(new MatchFact(part, match, offset));
                }
            }

            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            frame.Budget.Exhaust();
            return false;
        }
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
