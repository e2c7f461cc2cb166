using System.Text;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Acceptances;
using Validation.Engine.Bodies;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Acceptances;

/// <summary>What an accepted finding means for the answer.</summary>
public sealed class AcceptanceTests
{
    private static readonly string Draft = new Sample("qinhuangdao-2024").Text;

    [Fact]
    public void Error_Accepted_IsShownAndCountsNoMore()
    {
        var before = Check(Draft, []);
        before.Verdict.ShouldBe(Verdict.Reject);
        before.Accepted.ShouldBe(0);
        var errors = before.Findings.Where(finding => finding.Severity == Level.Error).ToList();
        errors.Count.ShouldBeGreaterThan(1);

        var one = Check(Draft, [Accept(before, errors[0])]);
        (one.Verdict, one.Accepted, one.Findings.Count).ShouldBe((Verdict.Reject, 1, before.Findings.Count));

        var all = Check(Draft, [.. errors.Select(error => Accept(before, error))]);
        (all.Verdict, all.Accepted).ShouldBe((Verdict.Accept, errors.Count));
        var accepted = all.Findings.First(finding => finding.Fingerprint == errors[0].Fingerprint).Accepted;
        (accepted.Reason, accepted.Author, accepted.Until).ShouldBe(("台账如此", "张三", End));
    }

    [Fact]
    public void Acceptance_OfAnotherValueYearOrBody_DoesNotHold()
    {
        var before = Check(Draft, []);
        var error = before.Findings.First(finding => finding.RuleId == "t3-balance");
        Check(Draft, [Accept(before, error)]).Accepted.ShouldBe(1);

        Check(Draft, [new Acceptance(Accept(before, error)) { Year = 2023 }]).Accepted.ShouldBe(0);
        Check(Draft, [new Acceptance(Accept(before, error)) { Organization = "某某县民政局" }]).Accepted.ShouldBe(0);

        var cell = error.Cells.First(cell => cell.Path == "applications.results_total.natural_person");
        var other = new Finding(error) { Message = error.Message.Replace(cell.Text, "35", StringComparison.Ordinal) };
        other.Cells.First(one => one.Path == cell.Path).Text = "35";
        var renewed = new Acceptance(Accept(before, error)) { Values = AcceptedValues.Of(other) };
        Check(Draft, [renewed]).Accepted.ShouldBe(0);
    }

    [Fact]
    public void Values_WithOtherNumbersInTheMessage_AreOthers()
    {
        var finding = new Finding { Message = "正文说 34 件，表三是 29 件。" };

        AcceptedValues.Of(new Finding { Message = "正文写 34 件，表里是 29 件。" }).ShouldBe(AcceptedValues.Of(finding));
        AcceptedValues.Of(new Finding { Message = "正文说 40 件，表三是 29 件。" }).ShouldNotBe(AcceptedValues.Of(finding));
        AcceptedValues.Of(new Finding(finding) { Actual = "34" }).ShouldNotBe(AcceptedValues.Of(finding));
        AcceptedValues.Of(new Finding(finding) { Expected = "34" }).ShouldNotBe(AcceptedValues.Of(finding));
    }

    [Fact]
    public void Rule_MarkedNever_IsNotAccepted()
    {
        var rules = TestRules.Of(Rule + "\naccept: never");
        rules.NeverAccepted.ShouldBe(["a-never"]);
        rules.List.Rules[0].NeverAccepted.ShouldBeTrue();
        var before = Check(Draft, [], rules);
        var acceptance = Accept(before, before.Findings.Single());

        Check(Draft, [acceptance], rules).ShouldSatisfyAllConditions(
            reply => reply.Accepted.ShouldBe(0), reply => reply.Verdict.ShouldBe(Verdict.Reject));
        Check(Draft, [acceptance], TestRules.Of(Rule)).Accepted.ShouldBe(1);
    }

    private const string Rule = "id: a-never\nassert: report.year == 0\nmessage: \"是 {report.year} 年。\"";

    private static readonly Timestamp End = Timestamp.FromDateTime(new DateTime(2027, 12, 31, 0, 0, 0, DateTimeKind.Utc));

    private static Acceptance Accept(ValidateReply reply, Finding finding) => new()
    {
        Id = "a2345678",
        Organization = reply.Report.Organization,
        Year = reply.Report.Year,
        RuleId = finding.RuleId,
        Fingerprint = finding.Fingerprint,
        Values = AcceptedValues.Of(finding),
        Reason = "台账如此",
        Author = "张三",
        ExpiresAt = End,
    };

    private static ValidateReply Check(string draft, IReadOnlyList<Acceptance> acceptances, RuleSet? rules = null) =>
        new ReportValidator().Validate(
            Encoding.UTF8.GetBytes(draft),
            rules ?? TestRules.National,
            new LocalRecords(BodyRegister.Empty, new AcceptanceRegister(acceptances)));
}
