using System.Text.Json.Nodes;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rendering;

public sealed class SarifRendererTests
{
    [Fact]
    public void Log_OfSeveralDrafts_MatchesItsFile()
    {
        var text = Text(
            Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.Heading()), "年报/济源 2024#1.txt"),
            Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()), "/home/张三/年报.docx"),
            Outcomes.Of(Outcomes.NotAReport(), "通知.docx"),
            Outcomes.Missing());

        Golden.ShouldMatch(text, "several.sarif");
    }

    [Fact]
    public void Results_OfOneRule_ShareItsDescriptor()
    {
        var run = Run(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Heading(), Outcomes.Balance(), Outcomes.Balance())));

        run["tool"]!["driver"]!["rules"]!.AsArray().Count.ShouldBe(2);
        run["results"]!.AsArray().Select(result => result!["ruleIndex"]!.GetValue<int>()).ShouldBe([0, 1, 1]);
        run["results"]!.AsArray().Select(result => result!["level"]!.GetValue<string>()).ShouldBe(["note", "error", "error"]);
    }

    [Fact]
    public void Result_WithALine_HasARegion()
    {
        var location = Run(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance())))["results"]![0]!["locations"]![0]!;

        location["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>().ShouldBe(50);
        location["physicalLocation"]!["region"]!["startColumn"]!.GetValue<int>().ShouldBe(20);
        location["logicalLocations"]![0]!["fullyQualifiedName"]!.GetValue<string>().ShouldBe("applications.received.natural_person");
    }

    [Fact]
    public void Result_WithoutALine_HasNoRegion()
    {
        var result = Run(Outcomes.Of(Outcomes.Reply(Verdict.Accept, Outcomes.Heading())))["results"]![0]!;

        result["locations"]![0]!["physicalLocation"]!.AsObject().ContainsKey("region").ShouldBeFalse();
    }

    [Fact]
    public void Invocation_WithAnUnreadDraft_WasNotSuccessful()
    {
        var invocation = Run(Outcomes.Of(Outcomes.Reply(Verdict.Accept)), Outcomes.Missing())["invocations"]![0]!;

        invocation["executionSuccessful"]!.GetValue<bool>().ShouldBeFalse();
        invocation["toolExecutionNotifications"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void Invocation_OfDecidedDrafts_WasSuccessful()
    {
        var invocation = Run(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance())))["invocations"]![0]!;

        invocation["executionSuccessful"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Rules_NotEvaluated_AreNotesAboutTheConfiguration()
    {
        var waiting = Outcomes.Of(Outcomes.Waiting(Outcomes.Reply(Verdict.Accept)));
        var invocation = Run(waiting, waiting)["invocations"]![0]!;

        var notes = invocation["toolConfigurationNotifications"]!.AsArray();
        notes.Select(note => note!["associatedRule"]!["id"]!.GetValue<string>()).ShouldBe(["n3-yoy", "x-carry", "t4-pair"]);
        notes.ShouldAllBe(note => note!["level"]!.GetValue<string>() == "note");
        notes[0]!["message"]!["text"]!.GetValue<string>().ShouldBe("没有检查“与上年的比较”：缺上年报告。");
        invocation["executionSuccessful"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static JsonNode Run(params CheckOutcome[] outcomes) => JsonNode.Parse(Text(outcomes))!["runs"]![0]!;

    private static string Text(params CheckOutcome[] outcomes)
    {
        using var output = new StringWriter();
        new SarifRenderer().Render(outcomes, output);
        return output.ToString();
    }
}
