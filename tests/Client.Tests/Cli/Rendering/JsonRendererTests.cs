using System.Text.Json.Nodes;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rendering;

public sealed class JsonRendererTests
{
    [Fact]
    public void Report_InJson_IsReachedByTheNamesOfTheContract()
    {
        var reply = Outcomes.Reply(Verdict.Accept);
        var row = new ApplicantRow { NaturalPerson = new Cell { State = Cell.Types.State.Number, Value = 3 } };
        reply.Report = new Report { Applications = new Applications { Refused = new Refused { StateSecret = row } } };

        var entry = Render(Outcomes.Of(reply))[0]!;

        var report = entry["report"]!;
        report["applications"]!["refused"]!["state_secret"]!["natural_person"]!["value"]!.GetValue<double>().ShouldBe(3);
        entry["rule_failures"]!.AsArray().ShouldBeEmpty();
        entry["reason"]!.GetValue<string>().ShouldBe("REASON_UNSPECIFIED");
    }

    [Fact]
    public void Drafts_InJson_KeepTheirOrderAndHaveAllAnEntry()
    {
        var entries = Render(
            Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance())),
            Outcomes.Missing("b/没有.docx"),
            Outcomes.Of(Outcomes.NotAReport()));

        entries.Select(entry => entry!["verdict"]!.GetValue<string>())
            .ShouldBe(["VERDICT_REJECT", "VERDICT_NOT_DECIDED", "VERDICT_NOT_DECIDED"]);
        entries[1]!["file_name"]!.GetValue<string>().ShouldBe("没有.docx");
        entries[1]!["reason_text"]!.GetValue<string>().ShouldStartWith("找不到");
    }

    [Fact]
    public void Rules_NotEvaluated_AreInTheProvenance()
    {
        var rule = Render(Outcomes.Of(Outcomes.Waiting(Outcomes.Reply(Verdict.Accept))))[0]!["provenance"]!["not_evaluated"]![0]!;

        rule["rule_id"]!.GetValue<string>().ShouldBe("n3-yoy");
        rule["reason"]!.GetValue<string>().ShouldBe("缺上年报告");
    }

    [Fact]
    public void Chinese_InJson_IsReadable() =>
        Text(Outcomes.Of(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()))).ShouldContain("\"收办平衡\"");

    private static JsonArray Render(params CheckOutcome[] outcomes) => JsonNode.Parse(Text(outcomes))!.AsArray();

    private static string Text(params CheckOutcome[] outcomes)
    {
        using var output = new StringWriter();
        new JsonRenderer().Render(outcomes, output);
        return output.ToString();
    }
}
