using Validation.Cel;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>The variables and functions of rules. The variables stand in one list, whose order is that of their slots.</summary>
internal static class FactEnvironment
{
    private static readonly CelValue NoPeriod = CelValue.Of(new CelError(Texts.PeriodUnknown, IsUnknown: true));

    private static readonly EnumWords<BodyKind> Kinds =
        new(BodiesReflection.Descriptor.EnumTypes[0], name => WordOf(name, "BODY_KIND_"));

    private static readonly EnumWords<BodyLevel> Levels =
        new(BodiesReflection.Descriptor.EnumTypes[1], name => WordOf(name, "BODY_LEVEL_"));

    private static readonly ObjectType PeriodType = new("period", () =>
    [
        FactField<Period>.Of("start", period => period.Start, "起始日期，看不清时为空"),
        FactField<Period>.Of("end", period => period.End, "截止日期，看不清时为空"),
        FactField<Period>.Of("text", period => period.Text, "原文"),
    ]);

    private static readonly ObjectType ReportType = new("report", () =>
    [
        FactField<ReportFacts>.Of("title", facts => facts.Report.Title, "标题"),
        FactField<ReportFacts>.Of("organization", facts => facts.Report.Organization, "机关"),
        FactField<ReportFacts>.Of("kind", CelType.String, facts => Kinds.Of(facts.Body.Kind), "机关的类别，如 'STREET'；不能确定时为空"),
        FactField<ReportFacts>.Of("level", CelType.String, facts => Levels.Of(facts.Body.Level), "机关的级别，如 'COUNTY'；不能确定时为空"),
        FactField<ReportFacts>.Of("year", facts => facts.Report.Year, "报告年度；0 是没有写明"),
        FactField<ReportFacts>.Of("period", PeriodType, facts => PeriodOf(facts.Report), "统计期限；没有这句话时无法判断"),
    ]);

    private static readonly CelValue NoPrior = CelValue.Of(new CelError(Texts.PriorUnknown, IsUnknown: true));
    private static readonly CelValue NoOthers = CelValue.Of(new CelError(Texts.OthersUnknown, IsUnknown: true));

    // A report that another one is compared with: its own facts under the same names.
    private static readonly ObjectType Other = new("other_report", OtherFields);

    // Each fact of a report by itself, with the way to its value, in the order of the slots.
    private static readonly (CelVariable Variable, Func<ReportFacts, CelValue> Value)[] Own =
    [
        (new("report", ReportType, "标题、机关、年度、统计期限"), facts => CelValue.Of(new CelObject(ReportType, facts))),
        (new("disclosure", DisclosureFacts.Table.Type, "表二"), facts => DisclosureFacts.Table.Of(facts, 0)),
        (new("applications", ApplicationFacts.Table.Type, "表三"), facts => ApplicationFacts.Table.Of(facts, 0)),
        (new("disputes", DisputeFacts.Table.Type, "表四"), facts => DisputeFacts.Table.Of(facts, 0)),
        (new("sections", CelType.ListOf(ProseFacts.Section), "文档中有的部分"), facts => facts.Prose.Sections),
        (new("opening", ProseFacts.Section, "正文之前的文字"), facts => facts.Prose.Opening),
        (new("prose", ProseFacts.Section, "表格以外的全部文字"), facts => facts.Prose.All),
        (new("deviations", CelType.ListOf(DeviationFacts.Type), "与格式不同之处"), facts =>
            FactList.Of(DeviationFacts.Type, facts.Report.Deviations)),
        (new("claims", CelType.ListOf(ClaimFacts.Type), "正文写明的数"), facts => FactList.Of(ClaimFacts.Type, facts.Report.Claims)),
        (new("breakdowns", CelType.ListOf(ClaimFacts.BreakdownType), "正文的总数和分项"), facts =>
            FactList.Of(ClaimFacts.BreakdownType, facts.Report.Breakdowns)),
        (new("shares", CelType.ListOf(ClaimFacts.ShareType), "正文的比例"), facts => FactList.Of(ClaimFacts.ShareType, facts.Report.Shares)),
    ];

    private static readonly (CelVariable Variable, Func<ReportFacts, CelValue> Value)[] Facts =
    [
        .. Own,
        (new("prior", Other, "上年报告；没有时无法判断"), facts => facts.Comparison.Prior is { } prior ? ValueOf(prior) : NoPrior),
        (new("subordinates", SubordinateFacts.Type, "下级的报告；不知道有哪些下级时无法判断"), facts =>
            facts.Comparison.Subordinates is { } under ? CelValue.Of(new CelObject(SubordinateFacts.Type, under)) : NoOthers),
        (new("peers", CelType.ListOf(Other), "同一上级的其他机关的报告；没有时无法判断"), facts =>
            facts.Comparison.Peers is { } peers ? CelValue.Of(new CelList([.. peers.Select(ValueOf)])) : NoOthers),
    ];

    private static readonly HashSet<ObjectType> Places =
    [
        CellFact.Count, CellFact.Amount, ProseFacts.Section, ProseFacts.Paragraph, ProseFacts.Sentence, MatchFact.Type, DeviationFacts.Type,
        ClaimFacts.Type, ClaimFacts.BreakdownType, ClaimFacts.ShareType, LikenessFact.Type, PeriodType,
    ];

    /// <summary>The variables and functions that every rule may use.</summary>
    public static CelEnvironment Environment { get; } = new(
        [.. Facts.Select(fact => fact.Variable)], [.. FactFunctions.All, .. LikenessFunctions.Of(Other)]);

    /// <summary>The environment of expressions without a report: functions only.</summary>
    public static CelEnvironment WithoutReport { get; } = new([]);

    /// <summary>The slot of the variable "sections".</summary>
    public static int SectionsSlot { get; } = Array.FindIndex(Facts, fact => fact.Variable.Name == "sections");

    /// <summary>The slot of the variable "claims".</summary>
    public static int ClaimsSlot { get; } = Array.FindIndex(Facts, fact => fact.Variable.Name == "claims");

    /// <summary>The slot of a rule's parameters, the variable "with".</summary>
    public static int ParametersSlot => Facts.Length;

    /// <summary>The slot of the first variable that a rule adds: after the facts and the rule's parameters.</summary>
    public static int Count => Facts.Length + 1;

    /// <summary>Whether objects of that type have a place in the document.</summary>
    public static bool IsPlace(ObjectType type) => Places.Contains(type);

    /// <summary>Puts a report's facts into the first slots.</summary>
    public static void Fill(CelValue[] variables, ReportFacts facts)
    {
        for (var i = 0; i < Facts.Length; i++)
        {
            variables[i] = Facts[i].Value(facts);
        }
    }

    private static IEnumerable<ObjectField> OtherFields() =>
    [
        FactField<ReportFacts>.Of("name", facts => facts.Source!.Name, "文件名，不知道时是标题"),
        .. Own.Select(fact => FactField<ReportFacts>.Of(
            fact.Variable.Name, fact.Variable.Type, fact.Value, fact.Variable.Documentation)),
    ];

    private static CelValue ValueOf(ReportFacts other) => CelValue.Of(new CelObject(Other, other));

    private static CelValue PeriodOf(Report report) =>
        report.Period is null ? NoPeriod : CelValue.Of(new CelObject(PeriodType, report.Period));

    // Empty where kind or level are not known for certain.
    private static string WordOf(string name, string prefix) => name == prefix + "UNSPECIFIED" ? string.Empty : name[prefix.Length..];
}
