using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Files;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Files;

/// <summary>Files that must be refused, each with the place and words of what is wrong.</summary>
public sealed class RuleFileReaderTests
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "unknown key", TestRules.Whole("asert: \"true\""), "1:3,没有名为“asert”的键，是否想写“assert”" },
        { "unknown key in a test", TestRules.Whole("tests: [{nam: x, findings: []}, {name: y, findings: [{}]}]"), "1:12 没有名为“nam”的键" },
        { "unknown kind of severity", TestRules.Whole("severity: fatal"), "1:13 应当是 error" },
        { "missing title", TestRules.Whole("title:"), "1:3 缺少“title”" },
        { "missing message", TestRules.Whole("message: ''"), "1:3 缺少“message”" },
        { "bad id", TestRules.Whole("id: T3_x"), "1:7 编号只能用小写字母" },
        { "text where a list is due", TestRules.Whole("tests: 3"), "1:10 “tests”应当是列表" },
        { "list where a text is due", TestRules.Whole("title: [a]"), "1:10 “title”应当是文字" },
        { "no test", TestRules.Whole("tests: []"), "1:10 “tests”应当有" },
        { "misspelt variable", TestRules.Whole("assert: reprot.year > 0"), "1:11,reprot,report" },
        { "misspelt field", TestRules.Whole("assert: applications.receivd.total == 0"), "receivd,received" },
        { "field of a row", TestRules.Whole("each: {row: applications.rows}\nassert: row.totl == 0"), "2:15,totl,total" },
        { "assert is no bool", TestRules.Whole("assert: report.year"), "1:11 式子的值应当是真或假" },
        { "each is no list", TestRules.Whole("each: {n: report.year}"), "1:13 “each”中的式子应当是列表" },
        { "each hides a variable", TestRules.Whole("each: {report: sections}"), "1:10 变量名“report”" },
        { "syntax error", TestRules.Whole("assert: report.year >"), "1:" },
        { "unknown function", TestRules.Whole("assert: siez(report.title) > 0"), "siez,size" },
        { "misspelt in a message", TestRules.Whole("message: \"{report.yaer}\""), "1:21,yaer,year" },
        { "negation without quotes", TestRules.Whole("assert: !has(report.title) == false"), "1:11 “!has(report.title)”被当作 YAML 的标签" },
        { "brace alone", TestRules.Whole("message: \"a{b\""), "1:12 花括号没有配对" },
        { "brace alone at the end", TestRules.Whole("message: \"a}b\""), "1:12 花括号没有配对" },
        { "bad regular expression", TestRules.Whole("assert: \"!report.title.matches('(')\""), "1:" },
        { "bad year", TestRules.Whole("since: 24"), "1:10 应当是四位年份" },
        { "since after until", TestRules.Whole("since: 2024\nuntil: 2023"), "“since”晚于“until”" },
        { "bad date", TestRules.Whole("trial: 2027-02-30"), "1:10 应当是日期" },
        { "unknown cell in a test", TestRules.Whole(Test("{cells: {applications.grantd.total: 1}}")), "applications.granted.total" },
        { "unknown deviation in a test", TestRules.Whole(Test("{deviations: [{kind: LABLE}]}")), "没有名为“LABLE”的偏离种类" },
        { "waits and asserts", TestRules.Whole("waits-for: 上年报告"), "还缺数据的规则" },
        { "id twice", TestRules.Whole("id: rule-a") + "\n" + TestRules.Whole("id: rule-a"), "编号“rule-a”已在 local.yaml 第 1 行用过" },
        { "national id used again", TestRules.Whole("id: t3-balance"), "编号“t3-balance”已在 " },
        { "retired id", "retired: [old-rule]\nrules:\n" + TestRules.Whole("id: old-rule"), "已经停用" },
        { "override of nothing", "- override: t3-balanse\n  off: true", "1:3 全国规则中没有“t3-balanse”，是否想写“t3-balance”" },
        { "override without a change", "- override: t3-balance", "没有写明改什么" },
        {
            "override twice", "- {override: t3-balance, off: true}\n- {override: t3-balance, severity: info}",
            "2:3 “t3-balance”已在 local.yaml:1 修改过"
        },
        { "key twice", TestRules.Whole("title: a\ntitle: b"), "2:3 “title”写了两次" },
        { "no YAML", "- id: [a\n  b: {", "不是正确的 YAML" },
        { "anchor", "- &a {id: x}\n- *a", "不能使用“&”和“*”引用" },
        { "two documents", TestRules.Whole("id: rule-a") + "\n---\n" + TestRules.Whole("id: rule-b"), "一个文件只能有一份内容" },
        { "a text", "hello", "规则文件应当是规则的列表" },
        { "list of texts", "- hello", "1:3 规则文件应当是规则的列表" },
        { "deep", new string('[', 10_000), "嵌套超过" },
        { "deep by dashes", string.Concat(Enumerable.Repeat("- ", 10_000)), "嵌套超过" },
        { "deep, but not too deep for the first look", new string('[', 100) + new string(']', 100), "嵌套超过" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Compile_BadFile_RefusedWithPlaceAndReason(string name, string file, string expected)
    {
        var compilation = TestRules.Compile(file, onNational: true);

        compilation.RuleSet.ShouldBeNull(name);
        var problems = compilation.Problems.Where(problem => problem.Severity == Level.Error).Select(Line).ToList();
        problems.ShouldContain(
            problem => expected.Split(',', StringSplitOptions.None).All(part => problem.Contains(part)), string.Join('\n', problems));
        compilation.Problems.ShouldAllBe(problem => problem.File == "local.yaml");
    }

    [Theory]
    [InlineData("tests: [{name: x, findings: []}]", "“tests”应当有")]
    [InlineData("tests: [{name: x, findings: [{}]}]", "“tests”应当有")]
    [InlineData("why: ''", "没有写“why”")]
    public void Compile_RuleThatCouldBeBetter_TakenWithAWarning(string rule, string message)
    {
        var compilation = TestRules.Compile(TestRules.Whole(rule));

        compilation.RuleSet.ShouldNotBeNull();
        var problem = compilation.Problems.ShouldHaveSingleItem();
        (problem.Severity, problem.Line).ShouldBe((Level.Warning, 1));
        problem.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("[]")]
    [InlineData("family: 本地\nrules: []")]
    public void Compile_EmptyFile_NationalSet(string file) =>
        TestRules.Compile(file, onNational: true).RuleSet!.Rules.Count.ShouldBe(TestRules.National.Rules.Count);

    [Fact]
    public void Compile_ManyMistakes_AllReported()
    {
        var problems = TestRules.Compile(TestRules.Whole("asert: x\nseverity: fatal\nassert: reprot.year == 1 && yaer == 2")).Problems;

        problems.Count.ShouldBeGreaterThanOrEqualTo(4);
        problems.Select(problem => problem.Line).ShouldBeInOrder();
    }

    [Fact]
    public void Compile_TwoFilesWithOneName_Refused()
    {
        var file = TestRules.FileOf("a.yaml", "[]");
        RuleSetCompiler.Compile(new RuleSetSource("x", [], [file, file], TestRules.Today)).RuleSet.ShouldBeNull();
    }

    [Theory]
    [InlineData(RuleSetLimits.Characters, true)]
    [InlineData(RuleSetLimits.Characters + 1, false)]
    public void Compile_LargeFile_RefusedBeyondTheLimit(int characters, bool isTaken) =>
        (TestRules.Compile("#" + new string(' ', characters - 1)).RuleSet is not null).ShouldBe(isTaken);

    [Theory]
    [InlineData(RuleSetLimits.Rules, true)]
    [InlineData(RuleSetLimits.Rules + 1, false)]
    public void Compile_ManyRules_RefusedBeyondTheLimit(int rules, bool isTaken)
    {
        var file = string.Join('\n', Enumerable.Range(0, rules).Select(i => TestRules.Whole($"id: rule-{i}")));
        (TestRules.Compile(file).RuleSet is not null).ShouldBe(isTaken);
    }

    [Theory]
    [InlineData(RuleSetLimits.Depth - 1, true)]
    [InlineData(RuleSetLimits.Depth, true)]
    [InlineData(RuleSetLimits.Depth + 1, false)]
    public void Compile_DeepFile_RefusedBeyondTheLimit(int depth, bool isTaken)
    {
        // The list itself is the first level below the root, its innermost text the last.
        var file = new string('[', depth) + "x" + new string(']', depth);
        var problems = TestRules.Compile(file).Problems;

        problems.ShouldNotBeEmpty("a list of texts is no list of rules");
        problems.Any(problem => problem.Message.Contains("嵌套", StringComparison.Ordinal)).ShouldBe(!isTaken);
    }

    [Theory]
    [InlineData(RuleSetLimits.PatternLength - 1, true)]
    [InlineData(RuleSetLimits.PatternLength, true)]
    [InlineData(RuleSetLimits.PatternLength + 1, false)]
    public void Compile_LongPattern_RefusedBeyondTheLimit(int characters, bool isTaken)
    {
        var pattern = string.Concat(Enumerable.Range(0, characters).Select(i => "政府信息公开"[i % 6]));
        foreach (var assertion in new[] { $"!report.title.matches('{pattern}')", $"find(prose, '{pattern}').size() == 0" })
        {
            (TestRules.Compile(TestRules.Whole($"assert: \"{assertion}\"")).RuleSet is not null).ShouldBe(isTaken, assertion[..20]);
        }
    }

    [Fact]
    public void Compile_RandomDamage_NeverThrows()
    {
        var text = TestRules.Files.Files.MaxBy(file => file.Text.Length)!.Text;
        text = text[..Math.Min(text.Length, 4000)];
        var random = new Random(3);
        const string Marks = "{}[]:-#&*!|>'\"%@`,?\n\t  ";
        for (var turn = 0; turn < 500; turn++)
        {
            var damaged = text.ToCharArray();
            for (var i = 0; i < 5; i++)
            {
                damaged[random.Next(damaged.Length)] = Marks[random.Next(Marks.Length)];
            }

            Should.NotThrow(() => TestRules.Compile(new string(damaged)));
        }
    }

    private static string Test(string report) => $"tests: [{{name: 对, report: {report}, findings: []}}, {{name: 错, findings: [{{}}]}}]";

    private static string Line(RuleProblem problem) => $"{problem.File}:{problem.Line}:{problem.Column} {problem.Message}";
}
