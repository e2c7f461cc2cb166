using System.Text.RegularExpressions;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rendering;

public sealed class TextRendererTests
{
    private static readonly Dictionary<string, CheckOutcome[]> Cases = new(StringComparer.Ordinal)
    {
        ["clean"] = [Outcomes.Of(Outcomes.Reply(Verdict.Accept))],
        ["accepted-with-warnings"] = [Outcomes.Of(Outcomes.Reply(Verdict.Accept, Outcomes.MissingPeriod(), Outcomes.Heading()))],
        ["rejected"] = [Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.MissingPeriod()))],
        ["not-evaluated"] = [Outcomes.Of(Outcomes.Waiting(Outcomes.Reply(Verdict.Accept, Outcomes.Heading())))],
        ["not-evaluated-clean"] =
        [
            Outcomes.Of(Outcomes.Waiting(Outcomes.Reply(Verdict.Accept))), Outcomes.Of(Outcomes.Waiting(Outcomes.Reply(Verdict.Accept))),
        ],
        ["compared"] = [Outcomes.Of(Outcomes.Compared())],
        ["not-decided"] = [Outcomes.Of(Outcomes.NotAReport(), "通知.docx")],
        ["many-cells"] = [Outcomes.Of(Outcomes.Reply(Verdict.Accept, Outcomes.Blanks(20)))],
        ["rule-failed"] = [Outcomes.Of(RuleFailed())],
        ["several-files"] =
        [
            Outcomes.Of(Outcomes.Reply(Verdict.Accept)),
            Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()), "/home/张三/年报.docx"),
            Outcomes.Of(Outcomes.NotAReport(), "通知.docx"),
            Outcomes.Missing(),
        ],
        ["regraded"] = [Outcomes.Of(Outcomes.Reply(Verdict.Accept, Regraded(Level.Warning, false), Regraded(Level.Info, true)))],
        ["hostile"] = [Outcomes.Of(Outcomes.Reply(Verdict.Reject, Hostile()))],
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Case_Redirected_MatchesItsFile(string name)
    {
        var text = Render(new TextRenderer(columns: null, colours: false), Cases[name]);

        text.ShouldNotContain("\e");
        Golden.ShouldMatch(text, $"{name}.txt");
    }

    [Theory]
    [InlineData("rejected", 80)]
    [InlineData("rejected", 50)]
    [InlineData("many-cells", 60)]
    public void Case_OnTerminal_IsWrapped(string name, int columns)
    {
        var text = Render(new TextRenderer(columns, colours: false), Cases[name]);

        text.Split('\n').ShouldAllBe(line => TextWidth.Of(line) <= columns);
        Golden.ShouldMatch(text, $"{name}-{columns}.txt");
    }

    [Fact]
    public void Rejected_Compact_MatchesItsFile() =>
        Golden.ShouldMatch(Render(new TextRenderer(80, colours: false, compact: true), Cases["rejected"]), "rejected-compact.txt");

    [Fact]
    public void NotEvaluated_Compact_IsNotTold() =>
        Render(new TextRenderer(80, colours: false, compact: true), Cases["not-evaluated"]).ShouldNotContain("n3-yoy");

    [Fact]
    public void Colours_OnTerminal_AreTheOnlyDifference()
    {
        var plain = Render(new TextRenderer(80, colours: false), Cases["rejected"]);
        var coloured = Render(new TextRenderer(80, colours: true), Cases["rejected"]);

        coloured.ShouldContain("\e[31m错误\e[0m");
        Regex.Replace(coloured, "\e\\[[0-9]+m", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(plain);
    }

    private static string Render(TextRenderer renderer, CheckOutcome[] outcomes)
    {
        using var output = new StringWriter { NewLine = "\n" };
        renderer.Render(outcomes, output);
        return output.ToString();
    }

    [Theory]
    [InlineData(Verdict.Accept, Level.Warning, "通过")]
    [InlineData(Verdict.Reject, Level.Error, "有错误，须修改")]
    public void Rules_ThatFailedBesideAVerdict_AreSaidAndListed(Verdict verdict, Level level, string words)
    {
        var reply = new ValidateReply { Verdict = verdict };
        reply.RuleFailures.Add(new RuleFailure { RuleId = "t3-balance", Message = "超出时间", Severity = level });

        // Among many drafts too.
        var text = Render(new TextRenderer(null, colours: false), [.. Enumerable.Repeat(Outcomes.Of(reply), 11)]);

        text.ShouldContain(words);
        text.ShouldContain("；另有 1 条规则没能执行，列在后面");
        text.ShouldContain("规则 t3-balance 没能执行");
        text.Contains("不影响结论", StringComparison.Ordinal).ShouldBe(level == Level.Warning);
    }

    private static ValidateReply RuleFailed() => new()
    {
        Verdict = Verdict.NotDecided,
        Reason = Reason.RuleFailed,
        ReasonText = "有规则没能执行。",
        RuleFailures = { new RuleFailure { RuleId = "t3-balance", Message = "超出时间" } },
    };

    /// <summary>A finding of an error-level rule that an administrator gave another weight, or put on trial.</summary>
    private static Finding Regraded(Level inForce, bool trial) => new()
    {
        RuleId = "city-rule", Title = "本市要求", Severity = inForce, RuleSeverity = Level.Error, Trial = trial, Message = "标题没有写明市名。",
    };

    private static Finding Hostile() => new()
    {
        RuleId = "sec-extra", Severity = Level.Error, Message = "多出的标题“七、\e]0;x\a\e[2J\r\n清屏”。", Section = "\e[31m", Actual = "\0",
    };
}
