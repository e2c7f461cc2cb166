using Validation.Engine.Reports.Text;

namespace Validation.Engine;

/// <summary>What administrators read about rule files and rules.</summary>
internal static partial class Texts
{
    // What expressions must give.
    public const string NotBool = "式子的值应当是真或假（bool）。";
    public const string NotCells = "“cells”中的式子应当是单元格，或者单元格的列表。";
    public const string CellOfOther = "“cells”中应当是本报告的单元格，不能是上年报告、下级报告的单元格。";
    public const string NotPlace = "“at”的值应当是单元格、部分、段落、句子、匹配、偏离或统计期限。";
    public const string NotTwin = "“twin”的值应当是另一份报告里的文字：twins(…)[0]，或者 likeness(…).twin。";
    public const string NotSection = "应当是第几部分：1 到 6 的整数，0 表示整份文档。";
    public const string NotShown = "花括号里的式子的值无法写成文字：应当是文字、数、单元格或者它们的列表。";
    public const string EachNotList = "“each”中的式子应当是列表。";

    // Why a rule cannot tell, or did not end.
    public const string CellUnknown = "单元格没有数：文档中没有这一格，或者填的不是数";
    public const string SectionUnknown = "文档中没有这一部分";
    public const string PeriodUnknown = "文档中没有统计期限";
    public const string PriorUnknown = "没有上年报告";
    public const string OthersUnknown = "没有其他机关的报告";
    public const string RuleTooSlow = "这份文档中要逐一比较的地方过多，这条规则没有查完。";

    public static string TooManyMatches(int section) => section == 0
        ? "正文之前的文字中，这条规则要查的地方过多，没有逐一检查。"
        : $"第 {section} 部分的文字中，这条规则要查的地方过多，没有逐一检查。";

    /// <summary>A rule asks for a kind of count that there is not.</summary>
    public static string UnknownClaimKind(string kind) => $"没有“{kind}”这种数，种类见 report.proto 的 Claim.Kind。";

    // What rules need, and why it is not there.
    public const string PriorReport = "上年报告";
    public const string SubordinateReports = "下级报告";
    public const string PeerReports = "同级报告";
    public const string YearNotKnown = "本报告没有写明年度，不与上年比较";
    public const string PriorYearNotKnown = "所附的上年报告没有写明年度";
    public static string PriorOfYear(int year) => $"所附的上年报告是{year}年的";
    public static string PriorOfBody(string name) => $"所附的上年报告是“{name}”的";
    public static string Lacks(string facts) => $"缺{facts}";
    public static string SwitchedOff(string reason) => reason.Length == 0 ? "已停用" : $"已停用：{reason}";

    public static string OtherYears(int? since, int? until) => (since, until) switch
    {
        (null, _) => $"只适用于 {until} 年及以前的报告",
        (_, null) => $"只适用于 {since} 年起的报告",
        _ when since == until => $"只适用于 {since} 年的报告",
        _ => $"只适用于 {since} 至 {until} 年的报告",
    };

    // Faults of YAML.
    public const string YamlSecondDocument = "一个文件只能有一份内容，“---”之后的部分请另存为一个文件。";
    public const string YamlAnchor = "规则文件不能使用“&”和“*”引用，请直接写出内容。";
    public const string YamlKeyNotText = "冒号前面应当是键的名称。";
    public const string YamlTab = "行首不能用制表符（Tab）缩进，请改用空格，每层两个。";
    public const string YamlQuoteOpen = "引号没有配对";
    public const string YamlBracketOpen = "方括号没有配对，或者其中的式子含有冒号、逗号而没有加引号";
    public const string YamlBraceOpen = "花括号没有配对，或者其中的文字含有冒号、逗号而没有加引号";
    public const string YamlNoColon = "这里缺少键后面的半角冒号和空格（“键: 值”）";
    public const string YamlColonMisplaced = "这里不能有冒号：值里有冒号的要加引号，或者这一行的缩进不对";
    public const string YamlIndentation = "这一行的缩进与同一条规则的其他键不一致，或者上一行的引号、括号没有配对";
    public const string YamlOddCharacter = "值不能以这个字符开头，请加上引号";
    public static string YamlTooDeep(int most) => $"嵌套超过 {most} 层。";
    public static string YamlUnreadable(string problem) => $"不是正确的 YAML：{problem}";
    public static string YamlKeyTwice(string key) => $"“{key}”写了两次。";
    public static string YamlTag(string tag) => $"“{tag}”被当作 YAML 的标签：以“!”开头的式子请加上引号，如 \"{tag}\"。";

    public static string YamlFullWidthColon(string key, string value) =>
        $"“{key}”后面的冒号是全角的“：”，应当是半角冒号和一个空格：{key}: {Shorter(value)}";

    public static string YamlQuoteBraces(string key, string value) =>
        $"以“{{”开头的文字要加引号，否则不算文字：{key}: \"{Shorter(value)}\"";

    public static string YamlQuoteWhole(string key) => $"“{key}”的引号后面还有文字：整段文字要放在一对引号里，里面的引号用“”或单引号。";
    public static string YamlQuoteMark(string key, string value) => $"以“{value[0]}”开头的要加引号：{key}: \"{Shorter(value)}\"";
    public static string YamlQuoteColon(string key, string value) => $"含有冒号加空格的文字要加引号：{key}: \"{Shorter(value)}\"";
    public static string YamlSpaceAfterColon(string key, string value) => $"冒号后面要有一个空格：{key}: {Shorter(value)}";

    // With the name that may have been meant.
    private static string OrMeant(string fault, string? nearest) => nearest is null ? $"{fault}。" : $"{fault}，是否想写“{nearest}”？";

    private static string Shorter(string text)
    {
        const int Most = 60;
        return text.Length <= Most ? text : $"{Characters.Start(text, Most)}…";
    }

    // Keys of rule files and their values.
    public static string UnknownKey(string key, string? nearest) => OrMeant($"没有名为“{key}”的键", nearest);
    public static string MissingKey(string key) => $"缺少“{key}”，或者没有内容。";
    public static string NotText(string key) => $"“{key}”应当是文字。";
    public static string NotMapping(string key) => $"“{key}”应当是“键: 值”的形式。";
    public static string NotList(string key) => $"“{key}”应当是列表。";
    public static string NotBoolean(string key) => $"“{key}”应当是 true 或 false。";
    public const string NotYear = "应当是四位年份，如 2024。";
    public const string NotDate = "应当是日期，如 2027-03-31。";
    public const string NotSeverity = "应当是 error（必须改正）、warning（请核对）或 info（提示）。";
    public static string UnknownCell(string path, string? nearest) => OrMeant($"没有路径为“{path}”的单元格", nearest);
    public static string UnknownDeviation(string kind) => $"没有名为“{kind}”的偏离种类，见 report.proto 中的 Deviation.Kind，如 LABEL。";
    public static string UnknownNeed(IEnumerable<string> words) => $"“needs”只能是 {string.Join('、', words)}。";
    public const string UnknownAccept = "“accept”只能是 never：这条规则的问题不能认可。";
    public const string UnknownDiagnosis = "“diagnosis”只能是 sums。";
    public const string BraceAlone = "花括号没有配对。要写花括号本身，请写两个：“{{”或“}}”。";
    public const string CommaInBrackets = "写在 […] 或 {…} 里的式子含有逗号时，整个式子要加引号。";
    public static string BadVariable(string name) => $"变量名“{name}”只能用小写字母、数字和下划线，并且不能与已有的变量同名。";
    public static string SectionInWords(string text, int number) => $"“section”写部分的序号，用阿拉伯数字：“{text}”写作 {number}。";
    public static string NoSuchSection(long number) => $"没有第 {number} 部分：年度报告有六个部分，写 1 到 6。";
    public static string ExpressionProblem(int line, int column, string problem) => $"第 {line} 行第 {column} 列：{problem}";

    // Rules and their sets.
    public const string NotRules = "规则文件应当是规则的列表，每条规则以“- id: …”开头；或者写明 family 和 rules。";
    public const string BadId = "编号只能用小写字母、数字和连字符，以字母开头，如“t3-balance”。";

    public static string IdTwice(string id, string file, int line, bool isLocal) => isLocal
        ? $"编号“{id}”已在 {file} 第 {line} 行用过，两条都是本地规则：给其中一条换一个编号，或者删去多余的一条。"
        : $"编号“{id}”已在 {file} 第 {line} 行用过，是全国规则的编号。要修改全国规则，请用“override: {id}”；要另写一条，请换一个编号。";

    public static string IdRetired(string id) => $"编号“{id}”曾经用过，已经停用，不能改作他用。";
    public const string WaitsAndAsserts = "还缺数据的规则（waits-for）不检查，不能写 assert。";
    public const string WhyMissing = "没有写“why”：别人看不出为什么要有这条规则。";
    public const string SinceAfterUntil = "“since”晚于“until”，没有一年适用。";

    public static string NotLower(string level, string own) =>
        $"“lower”只能降低等级，这条规则本来就是 {own}：{level} 不比它低。要改规则的等级，请改“severity”。";

    public static string TrialOver(DateOnly last) =>
        $"试行到 {last:O}，这一天已经过去，规则按自己的等级计入结论。要继续试行，请写以后的日期；不再试行的，请删去“trial”。";

    public const string FileTwice = "文件名为空，或者与另一个文件相同。";
    public static string TooManyRules(int most) => $"规则超过 {most} 条。";
    public static string RulesTooLarge(int mebibytes) => $"规则文件合计超过 {mebibytes} MiB。";
    public static string NoRuleSet(string folder) => $"{folder} 中没有规则集：缺少写明 version 的 ruleset.yaml。";

    // Overrides, and how they are written.
    public const string OverrideNotLocal = "“override”只能写在本地规则中，用来修改全国规则。";
    public const string OverrideNothing = "没有写明改什么：停用（off: true）、等级（severity）、试行（trial）或参数（with）。";
    public static string OverrideUnknown(string id, string? nearest) => OrMeant($"全国规则中没有“{id}”", nearest);
    public static string OverrideTwice(string id, string place) => $"“{id}”已在 {place} 修改过。";
    public const string TrialWithWhen = "有条件（when）的修改只能写停用（off: true）或等级（severity），不能写试行（trial）和参数（with）。";
    public const string OffAndMore = "已经停用（off: true），同时写的等级、试行和参数不起作用：删去它们，或者删去 off。";
    public static string EditNoRule(string id) => $"没有编号为 {id} 的规则。";
    public static string EditOtherStyle(string id) => $"规则 {id} 在规则文件里写成一行（花括号或方括号），不能这样停用，请在编辑页面修改规则文件。";
    public static string EditSwitchedOff(string reason) => $"停用：{reason}";

    // Parameters.
    public static string BadParameter(string name) => $"参数名“{name}”只能用小写字母、数字和下划线，以字母开头，如“min_length”。";
    public static string ParameterNotSimple(string name) => $"参数“{name}”的值应当是一个数、true、false 或一段文字。";
    public static string ParameterUnused(string name) => $"没有式子用到参数“{name}”：式子里写作 with.{name}。";

    public static string UnknownParameter(string rule, string name, IReadOnlyList<string> known) => known.Count == 0
        ? $"规则“{rule}”没有可以修改的参数。"
        : $"规则“{rule}”没有名为“{name}”的参数，可以修改的有：{string.Join('、', known)}。";

    public static string ParameterOfOtherType(string name, string type, string own) => $"参数“{name}”应当是{type}；全国规则写的是 {own}。";
    public const string IntegerType = "整数，如 30";
    public const string NumberType = "数，如 0.2";
    public const string BooleanType = "true 或 false";
    public const string TextType = "文字（数字和日期形式的文字要加引号）";

    // The rules' own tests.
    public const string TestsMissing = "“tests”应当有没有问题的例子（findings: []），也有有问题的例子。";
    public static string TestRuleFailed(string failure) => $"规则运行出错：{failure}";

    public static string TestNotFound(string expected, IReadOnlyList<string> found, string? undecided) => undecided is not null
        ? $"应当发现问题（{expected}），但在这个例子里无法判断：{undecided}。请在例子里写出式子要用的内容。"
        : found.Count == 0
        ? $"应当发现问题（{expected}），但没有发现。"
        : $"应当发现问题（{expected}），但发现的是：{string.Join("；", found)}";

    public static string TestFoundMore(IReadOnlyList<string> found) => $"不应当有这些问题：{string.Join("；", found)}";

    public static string TestUndecided(string test, string reason) =>
        $"例子“{test}”没有问题，只是因为无法判断：{reason}。它没有检验规则，请在例子里写出式子要用的内容。";
}
