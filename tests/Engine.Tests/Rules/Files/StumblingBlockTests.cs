using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Files;

/// <summary>What administrators really write, each with the place and the words that help.</summary>
public sealed class StumblingBlockTests
{
    private const string Tests = "\n  tests: [{name: 对, findings: []}, {name: 错, findings: [{}]}]";

    /// <summary>The input, the line, words of the message with a remedy.</summary>
    public static TheoryData<string, int, string> Errors => new()
    {
        { Rule("message: {report.title}不对"), 8, "以“{”开头的文字要加引号，否则不算文字：message: \"{report.title}不对\"" },
        { Rule("message: {report.title}"), 8, "以“{”开头的文字要加引号，否则不算文字：message: \"{report.title" },
        { Rule("assert: !report.title.contains('x')"), 8, "以“!”开头的" },
        { Rule("assert: !has(report.period) || report.year > 0"), 8, "以“!”开头的" },
        { Rule("title：热线"), 8, "“title”后面的冒号是全角的“：”，应当是半角冒号和一个空格：title: 热线" },
        { "- id: hotline\n  title: 热线: 12345\n  severity: info", 2, "含有冒号加空格的文字要加引号：title: \"热线: 12345\"" },
        { "- id：hotline\n  title: 热线", 1, "“id”后面的冒号是全角的“：”，应当是半角冒号和一个空格：id: hotline" },
        { "- id: hotline\n  title:热线\n  severity: info", 2, "冒号后面要有一个空格：title: 热线" },
        { "- id: hotline\n\ttitle: 热线", 2, "不能用制表符（Tab）缩进" },
        { "- id: hotline\n  message: \"热线\"不对\n  severity: info", 2, "整段文字要放在一对引号里" },
        { "- id: hotline\n  message: @热线\n  severity: info", 2, "以“@”开头的要加引号：message: \"@热线\"" },
        { "- id: hotline\n  message: \"热线\n  severity: info", 2, "引号没有配对" },
        { "- overide: t3-secret\n  off: true", 1, "没有名为“overide”的键，是否想写“override”？" },
        { Rule("section: 五"), 8, "“section”写部分的序号，用阿拉伯数字：“五”写作 5。" },
        { Rule("section: 第五部分"), 8, "“第五部分”写作 5。" },
        { Rule("section: 7"), 8, "没有第 7 部分" },
        { Rule("assert: section(7).text == ''"), 8, "没有第 7 部分：年度报告有六个部分，写 1 到 6。" },
        { Rule("at: report.year"), 8, "“at”的值应当是单元格、部分" },
        { Rule("cells: [report.title]"), 8, "“cells”中的式子应当是单元格" },
        { Rule("cells: [applications.recieved.total]"), 8, "没有名为“recieved”的字段，是否想写“received”？" },
        { Rule("cells: [max(report.year, 1)]"), 8, "整个式子要加引号" },
        { Rule("message: \"{has(report.period)}\""), 8, "无法写成文字" },
        { Rule("tests: [{name: 错, findings: [{cells: [applications.recieved.total]}]}]"), 8, "是否想写“applications.received.total”？" },
        { Rule("tests: [{name: 错, findings: [{section: 7}]}]"), 8, "应当是第几部分" },
        { Rule("tests: [{name: 错, report: {without: [七]}, findings: [{}]}]"), 8, "应当是第几部分" },
        { Rule("assert: report.year >= with.share"), 8, "with 没有名为“share”的字段" },
        { "- override: doc-title\n  with: {share: 0.3}", 2, "规则“doc-title”没有可以修改的参数。" },
        { Rule("with: {Share: 0.3}"), 8, "参数名“Share”只能用小写字母" },
        { Rule("id: t3-balance"), 2, "是全国规则的编号。要修改全国规则，请用“override: t3-balance”；要另写一条，请换一个编号。" },
        { Rule("assert: report.year > 0") + "\n" + Rule("assert: report.year > 1"), 10, "两条都是本地规则：给其中一条换一个编号，或者删去多余的一条。" },
    };

    /// <summary>The same for what is taken all the same.</summary>
    public static TheoryData<string, int, string> Warnings => new()
    {
        { Rule("trial: 2026-02-28"), 1, "试行到 2026-02-28，这一天已经过去" },
        { "- {override: t3-balance, trial: 2026-02-28}", 1, "试行到 2026-02-28，这一天已经过去" },
        { "- override: t3-balance\n  off: true\n  severity: info", 1, "已经停用（off: true），同时写的等级、试行和参数不起作用" },
        { Rule("lower: {error: report.year > 2020}"), 8, "“lower”只能降低等级，这条规则本来就是 warning" },
        {
            Rule("assert: applications.granted.total / applications.received.total < 1"), 8,
            "两个整数相除会舍去小数（3 / 4 是 0）：求百分之几用 percent(a, b)"
        },
        {
            "- {override: t3-balance, severity: info, when: applications.granted.total / applications.received.total < 1}", 1,
            "两个整数相除会舍去小数"
        },
        { Rule("with: {share: 0.3}"), 8, "没有式子用到参数“share”：式子里写作 with.share。" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Lint_WhatPeopleWrite_RefusedWithARemedy(string input, int line, string message) =>
        Lines(input, Level.Error).ShouldContain(
            problem => problem.StartsWith($"{line} ") && problem.Contains(message), string.Join('\n', Lines(input, Level.Error)));

    [Theory]
    [MemberData(nameof(Warnings))]
    public void Lint_WhatPeopleWrite_TakenWithAWarning(string input, int line, string message)
    {
        Lines(input, Level.Error).ShouldBeEmpty();
        Lines(input, Level.Warning).ShouldContain(problem => problem.StartsWith($"{line} ") && problem.Contains(message));
    }

    [Theory]
    [InlineData("date / 100 == 3")]
    [InlineData("percent(applications.granted.total, applications.received.total) < 100.0")]
    [InlineData("double(applications.granted.total) / 3.0 < 1.0")]
    public void Lint_DivisionThatIsMeant_NoWarning(string expression) =>
        Lint(Rule($"each: {{date: \"[report.year]\"}}\n  assert: {expression}")).ShouldBeEmpty();

    [Fact]
    public void Test_ThatCannotBeDecided_SaysSo()
    {
        const string Undecided =
            "tests: [{name: 缺, report: {without: [5]}, findings: []}, {name: 错, report: {without: [5]}, findings: [{}]}]";
        var rules = TestRules.Compile(Rule($"assert: section(5).text != ''\n  {Undecided}")).RuleSet!;

        var result = RuleTestRunner.Run(rules, includeNational: false);

        result.Undecided.ShouldHaveSingleItem().Message.ShouldContain("例子“缺”没有问题，只是因为无法判断：文档中没有这一部分");
        result.Failures.ShouldHaveSingleItem().Message.ShouldContain("但在这个例子里无法判断：文档中没有这一部分");
    }

    private static List<string> Lines(string text, Level level) =>
        [.. Lint(text).Where(problem => problem.Severity == level).Select(problem => $"{problem.Line} {problem.Message}")];

    private static IReadOnlyList<RuleProblem> Lint(string text) => TestRules.Compile(text, onNational: true).Problems;

    /// <summary>A whole rule with the keys in question on line 8; they take the place of the usual ones.</summary>
    private static string Rule(string keys)
    {
        var given = keys.Split("\n  ").Select(line => line.Split(':', '：')[0]).ToHashSet();
        string[] usual = ["id: local-rule", "title: 规则", "severity: warning", "basis: 依据", "why: 原因", "assert: \"true\"", "message: 问题。"];
        var lines = usual.Select(line => given.Contains(line.Split(':')[0]) ? "# 见下" : line).ToList();
        return "- " + string.Join("\n  ", [.. lines, keys]) + (given.Contains("tests") ? string.Empty : Tests);
    }
}
