namespace Validation.Engine;

/// <summary>What administrators read about rule files and rules.</summary>
internal static partial class Texts
{
    public const string NotBool = "式子的值应当是真或假（bool）。";

    public const string NotCells = "“cells”中的式子应当是单元格，或者单元格的列表。";

    public const string NotPlace = "“at”的值应当是单元格、部分、段落、句子、匹配、偏离或统计期限。";

    public const string NotSection = "应当是第几部分：1 到 6 的整数，0 表示整份文档。";

    public const string NotShown = "花括号里的式子的值无法写成文字：应当是文字、数、单元格或者它们的列表。";

    public const string EachNotList = "“each”中的式子应当是列表。";

    public const string RuleTooSlow = "这份文档中要逐一比较的地方过多，这条规则没有查完。";

    public const string CellUnknown = "单元格没有数：文档中没有这一格，或者填的不是数";

    public const string SectionUnknown = "文档中没有这一部分";

    public const string PeriodUnknown = "文档中没有统计期限";

    public const string YamlSecondDocument = "一个文件只能有一份内容，“---”之后的部分请另存为一个文件。";

    public const string YamlAnchor = "规则文件不能使用“&”和“*”引用，请直接写出内容。";

    public const string YamlKeyNotText = "冒号前面应当是键的名称。";

    public const string BraceAlone = "花括号没有配对。要写花括号本身，请写两个：“{{”或“}}”。";

    public const string NotYear = "应当是四位年份，如 2024。";

    public const string NotDate = "应当是日期，如 2027-03-31。";

    public const string NotSeverity = "应当是 error（必须改正）、warning（请核对）或 info（提示）。";

    public const string NotRules = "规则文件应当是规则的列表，每条规则以“- id: …”开头；或者写明 family 和 rules。";

    public const string OverrideNotLocal = "“override”只能写在本地规则中，用来修改全国规则。";

    public const string OverrideNothing = "没有写明改什么：停用（off: true）、等级（severity）或试行（trial）。";

    public const string BadId = "编号只能用小写字母、数字和连字符，以字母开头，如“t3-balance”。";

    public const string WaitsAndAsserts = "还缺数据的规则（waits-for）不检查，不能写 assert。";

    public const string TestsMissing = "“tests”应当有没有问题的例子（findings: []），也有有问题的例子。";

    public const string WhyMissing = "没有写“why”：别人看不出为什么要有这条规则。";

    public const string SinceAfterUntil = "“since”晚于“until”，没有一年适用。";

    public const string TrialWithWhen = "有条件（when）的修改只能写停用（off: true）或等级（severity），不能写试行（trial）。";

    public const string UnknownAccept = "“accept”只能是 never：这条规则的问题不能认可。";

    public const string UnknownDiagnosis = "“diagnosis”只能是 sums。";

    public const string FileTwice = "文件名为空，或者与另一个文件相同。";

    public static string YamlTooDeep(int most) => $"嵌套超过 {most} 层。";

    public static string YamlUnreadable(string problem) => $"不是正确的 YAML：{problem}";

    public static string YamlKeyTwice(string key) => $"“{key}”写了两次。";

    public static string UnknownKey(string key, string? nearest) =>
        nearest is null ? $"没有名为“{key}”的键。" : $"没有名为“{key}”的键，是否想写“{nearest}”？";

    public static string MissingKey(string key) => $"缺少“{key}”，或者没有内容。";

    public static string NotText(string key) => $"“{key}”应当是文字。";

    public static string NotMapping(string key) => $"“{key}”应当是“键: 值”的形式。";

    public static string NotList(string key) => $"“{key}”应当是列表。";

    public static string NotBoolean(string key) => $"“{key}”应当是 true 或 false。";

    /// <summary>A rule asks for a kind of count that there is not.</summary>
    public static string UnknownClaimKind(string kind) => $"没有“{kind}”这种数，种类见 report.proto 的 Claim.Kind。";

    public static string UnknownCell(string path, string? nearest) =>
        nearest is null ? $"没有路径为“{path}”的单元格。" : $"没有路径为“{path}”的单元格，是否想写“{nearest}”？";

    public static string UnknownDeviation(string kind) => $"没有名为“{kind}”的偏离种类，见 report.proto 中的 Deviation.Kind，如 LABEL。";

    public static string BadVariable(string name) => $"变量名“{name}”只能用小写字母、数字和下划线，并且不能与已有的变量同名。";

    public static string IdTwice(string id, string file, int line) => $"编号“{id}”已在 {file} 第 {line} 行用过。要修改全国规则，请用“override: {id}”。";

    public static string IdRetired(string id) => $"编号“{id}”曾经用过，已经停用，不能改作他用。";

    public static string OverrideUnknown(string id, string? nearest) =>
        nearest is null ? $"全国规则中没有“{id}”。" : $"全国规则中没有“{id}”，是否想写“{nearest}”？";

    public static string OverrideTwice(string id, string place) => $"“{id}”已在 {place} 修改过。";

    public static string TooManyRules(int most) => $"规则超过 {most} 条。";

    public static string RulesTooLarge(int mebibytes) => $"规则文件合计超过 {mebibytes} MiB。";

    public static string NoRuleSet(string folder) => $"{folder} 中没有规则集：缺少写明 version 的 ruleset.yaml。";

    public static string TestRuleFailed(string failure) => $"规则运行出错：{failure}";

    public static string TestNotFound(string expected, IReadOnlyList<string> found) => found.Count == 0
        ? $"应当发现问题（{expected}），但没有发现。"
        : $"应当发现问题（{expected}），但发现的是：{string.Join("；", found)}";

    public static string TestFoundMore(IReadOnlyList<string> found) => $"不应当有这些问题：{string.Join("；", found)}";

    public static string ExpressionProblem(int line, int column, string problem) => $"第 {line} 行第 {column} 列：{problem}";

    public static string YamlTag(string tag) => $"“{tag}”被当作 YAML 的标签：以“!”开头的式子请加上引号。";

    public static string TooManyMatches(int section) => section == 0
        ? "正文之前的文字中，这条规则要查的地方过多，没有逐一检查。"
        : $"第 {section} 部分的文字中，这条规则要查的地方过多，没有逐一检查。";

    public static string Lacks(string facts) => $"缺{facts}";

    public static string SwitchedOff(string reason) => reason.Length == 0 ? "已停用" : $"已停用：{reason}";

    public static string OtherYears(int? since, int? until) => (since, until) switch
    {
        (null, _) => $"只适用于 {until} 年及以前的报告",
        (_, null) => $"只适用于 {since} 年起的报告",
        _ when since == until => $"只适用于 {since} 年的报告",
        _ => $"只适用于 {since} 至 {until} 年的报告",
    };
}
