using Validation.Engine.Rules.Compiling;
using Validation.Engine.Rules.Editing;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Editing;

/// <summary>Everyday changes of a rule, written into the files of an overlay.</summary>
public sealed class OverlayEditorTests
{
    private const string Overlay = """
        # 本市的规则
        family: 本市
        rules:
          # 停用一条。
          - override: t3-secret   # 保密
            off: true
            reason: 本市的保密部门另行核对

          - {override: sec1-length, with: {most: 1500}, reason: 典型做法}
          # 热线
          - id: local-hotline
            title: 热线电话
            severity: warning  # 不是错误
            basis: 依据
            why: 原因
            with: {number: "12345"}
            assert: section(6).text.contains(with.number)
            message: >-
              没有写热线电话
              {with.number}。
            tests:
              - {name: 写了, report: {sections: {6: "电话：12345。"}}, findings: []}
              - {name: 没有写, report: {sections: {6: "无。"}}, findings: [{section: 6}]}

          # 最后的说明
        """;

    [Fact]
    public void NationalRule_SwitchedOff_IsAnOverrideBehindTheOthers()
    {
        var changed = Changed(Overlay, new RuleEdit("t3-balance", "“另”行\"核对\"") { Off = true });

        changed.ShouldBe(Overlay.Replace(
            "findings: [{section: 6}]}\n",
            "findings: [{section: 6}]}\n  - override: t3-balance\n    off: true\n    reason: \"“另”行\\\"核对\\\"\"\n",
            StringComparison.Ordinal));
        Differences(Overlay, changed).ShouldBe(["SwitchedOff t3-balance"]);
    }

    [Fact]
    public void NationalRule_SwitchedOnAgain_LosesItsOverrideAndNothingElse()
    {
        var changed = Changed(Overlay, new RuleEdit("t3-secret", "不再") { Off = false });

        changed.ShouldBe(Overlay.Replace(
            "  - override: t3-secret   # 保密\n    off: true\n    reason: 本市的保密部门另行核对\n", "", StringComparison.Ordinal));
        Differences(Overlay, changed).ShouldBe(["SwitchedOn t3-secret"]);
    }

    [Fact]
    public void Override_ThatIsThere_IsChangedWhereItStands()
    {
        var changed = Changed(Overlay, new RuleEdit("t3-secret", "改") { Off = false, Severity = Level.Warning, Trial = new(2027, 3, 31) });

        changed.ShouldBe(Overlay.Replace(
            "# 保密\n    off: true\n    reason: 本市的保密部门另行核对\n",
            "# 保密\n    severity: warning\n    trial: 2027-03-31\n    reason: \"改\"\n",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1600", "{override: sec1-length, with: {most: 1600}, reason: \"改\"}")]
    [InlineData("own", "")]
    public void Override_OnOneLine_IsChangedThere(string most, string expected)
    {
        var own = RuleExplanation.Of(TestRules.National, "sec1-length")!.Parameters.Single(one => one.Name == "most").Own;
        var value = most == "own" ? own : most;

        var changed = Changed(Overlay, Edit("sec1-length", "most", value));

        changed.ShouldBe(expected.Length > 0
            ? Overlay.Replace("{override: sec1-length, with: {most: 1500}, reason: 典型做法}", expected, StringComparison.Ordinal)
            : Overlay.Replace("  - {override: sec1-length, with: {most: 1500}, reason: 典型做法}\n", "", StringComparison.Ordinal));
        Differences(Overlay, changed).ShouldBe(["Changed sec1-length"]);
    }

    [Fact]
    public void LocalRule_Changed_IsChangedWhereItStands()
    {
        var changed = Changed(
            Overlay,
            Edit("local-hotline", "number", "0335-1") with { Severity = Level.Error, Trial = new DateOnly(2027, 1, 2) });

        changed.ShouldBe(Overlay
            .Replace("severity: warning  # 不是错误\n", "severity: error  # 不是错误\n    trial: 2027-01-02\n", StringComparison.Ordinal)
            .Replace("with: {number: \"12345\"}", "with: {number: \"0335-1\"}", StringComparison.Ordinal));
    }

    [Fact]
    public void LocalRule_SwitchedOff_StaysAsAComment()
    {
        var changed = Changed(Overlay, new RuleEdit("local-hotline", "取消热线") { Off = true });

        changed.ShouldContain("  # 热线\n# 停用：取消热线\n#   - id: local-hotline\n#     title: 热线电话\n");
        changed.ShouldEndWith("findings: [{section: 6}]}\n\n  # 最后的说明");
        Differences(Overlay, changed).ShouldBe(["Removed local-hotline"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# 说明")]
    [InlineData("family: 本市\n")]
    [InlineData("rules:\n")]
    [InlineData("rules: []\n")]
    [InlineData("rules: [{override: t3-balance, off: true}]")]
    [InlineData("rules: [{override: t3-balance, off: true}, # ]}\n  {override: sec1-length, with: {most: 1500}, # ]}\n  }, ]")]
    [InlineData("- override: t3-balance\n  off: true")]
    [InlineData("family: 本市\r\nrules:\r\n- override: t3-balance\r\n  off: true\r\n\r\n# 完\r\n")]
    [InlineData("rules:\n  -\n    # a - b\n    off: true\n    override: t3-balance\n")]
    public void File_OfAnyForm_TakesAnOverrideAndLosesItAgain(string text)
    {
        var off = Changed(text, new RuleEdit("t3-secret", "不用") { Off = true });
        Differences(text, off).ShouldBe(["SwitchedOff t3-secret"]);
        off.Contains('\r', StringComparison.Ordinal).ShouldBe(text.Contains('\r', StringComparison.Ordinal));

        var on = Changed(off, new RuleEdit("t3-secret", "还用") { Off = false });
        Differences(text, on).ShouldBeEmpty();
    }

    [Fact]
    public void Overlay_WithoutFiles_GetsOne()
    {
        var edited = OverlayEditor.Apply(TestRules.National, [], new RuleEdit("t3-secret", "不用") { Off = true });

        edited.Files.Single().ShouldBe(
            TestRules.FileOf("local.yaml", "rules:\n  - override: t3-secret\n    off: true\n    reason: \"不用\"\n"));
    }

    [Fact]
    public void Files_OfOthers_StayAsTheyAre()
    {
        var other = TestRules.FileOf("a.yaml", Overlay);
        var empty = TestRules.FileOf("b.yaml", "# 空\r\n");

        var edited = OverlayEditor.Apply(Compile(Overlay), [other, empty], new RuleEdit("t3-secret", "不再") { Severity = Level.Warning });

        edited.Files.Count.ShouldBe(2);
        edited.Files[0].Text.ShouldContain("severity: warning");
        edited.Files[1].ShouldBe(empty);
    }

    [Theory]
    [InlineData("sec1-length", "most", "很多", "整数")]
    [InlineData("sec1-length", "nothing", "1", "nothing")]
    [InlineData("nothing", "most", "1", "没有编号为 nothing 的规则")]
    public void Value_ThatDoesNotFit_IsRefusedInWords(string rule, string name, string value, string why)
    {
        var edited = OverlayEditor.Apply(Compile(Overlay), [TestRules.FileOf("local.yaml", Overlay)], Edit(rule, name, value));

        edited.Problem.ShouldContain(why);
        edited.Files.ShouldBeEmpty();
    }

    [Fact]
    public void NationalRules_EachSwitchedOffAndOnAgain_LeaveTheOverlayAsItWas()
    {
        foreach (var id in TestRules.National.Rules.Select(rule => rule.Header.Id).Where(id => id is not ("t3-secret" or "sec1-length")))
        {
            var off = Changed(Overlay, new RuleEdit(id, "不用") { Off = true, Severity = Level.Info });
            off.ShouldNotBe(Overlay);
            var edit = new RuleEdit(id, "还用") { Off = false, Severity = TestRules.National.Find(id)!.Header.RuleSeverity };
            Edited(Compile(off), off, edit).ShouldBe(Overlay, id);
        }
    }

    private static RuleEdit Edit(string rule, string name, string value) => new(rule, "改")
    {
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value },
    };

    private static string Changed(string overlay, RuleEdit edit) => Edited(Compile(overlay), overlay, edit);

    private static string Edited(Engine.Rules.RuleSet rules, string overlay, RuleEdit edit)
    {
        var edited = OverlayEditor.Apply(rules, [TestRules.FileOf("local.yaml", overlay)], edit);
        edited.Problem.ShouldBeEmpty();
        return edited.Files.Single().Text;
    }

    private static Engine.Rules.RuleSet Compile(string overlay)
    {
        var compilation = RuleSetCompiler.Compile(
            new RuleSetSource("x", TestRules.Files.Files, [TestRules.FileOf("local.yaml", overlay)], TestRules.Today));
        var errors = compilation.Problems.Where(problem => problem.Severity == Level.Error);
        errors.Select(problem => $"{problem.Line}: {problem.Message}\n{overlay}").ShouldBeEmpty();
        return compilation.RuleSet!;
    }

    private static IEnumerable<string> Differences(string before, string after) =>
        RuleSetDiff.Rules(Compile(before), Compile(after)).Select(change => $"{change.Kind} {change.RuleId}");
}
