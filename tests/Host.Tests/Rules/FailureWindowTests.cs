using Microsoft.Extensions.Time.Testing;
using Validation.Server.Access;
using Validation.Server.Rules;
using Validation.V1;

namespace Validation.Server.Tests.Rules;

public sealed class FailureWindowTests
{
    private static readonly Principal First = new(PrincipalKind.Address, "10.0.0.1");
    private static readonly Principal Second = new(PrincipalKind.Address, "10.0.0.2");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Alarms_ThreeDocuments_GiveTheFigures()
    {
        var window = new FailureWindow(_time);
        window.Add(Reply("a"), First);
        window.Add(Reply("b", "r1"), First);
        window.Add(Reply("c", "r1", "r2"), First);
        window.Alarms().ShouldBeEmpty();

        window.Add(Reply("d", "r1"), Second);

        window.Alarms().ShouldHaveSingleItem().ShouldBe(
            new RuleAlarm { RuleId = "r1", Message = "r1 d", Failed = 3, Checks = 4, Principals = 2 });
    }

    [Fact]
    public void Alarms_SameDocumentAgain_CountsOnce()
    {
        var window = new FailureWindow(_time);
        for (var turn = 0; turn < 10; turn++)
        {
            window.Add(Reply("a", "r1"), First);
        }

        window.Alarms().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(11, 0)]
    public void Alarms_AfterMinutes_AreForgotten(int minutes, int alarms)
    {
        var window = new FailureWindow(_time);
        foreach (var document in (string[])["a", "b", "c"])
        {
            window.Add(Reply(document, "r1"), First);
        }

        _time.Advance(TimeSpan.FromMinutes(minutes));

        window.Alarms().Count.ShouldBe(alarms);
    }

    [Fact]
    public void Add_EndlessPrincipals_TakesBoundedMemory()
    {
        var window = new FailureWindow(_time);
        for (var number = 0; number < 5_000; number++)
        {
            window.Add(Reply($"{number}", "r1"), new Principal(PrincipalKind.Address, $"{number}"));
        }

        var alarm = window.Alarms().ShouldHaveSingleItem();
        (alarm.Failed, alarm.Principals).ShouldBe((5_000, 1_000));
    }

    private static ValidateReply Reply(string document, params string[] failures)
    {
        var reply = new ValidateReply { Provenance = new Provenance { DocumentSha256 = document } };
        reply.RuleFailures.AddRange(failures.Select(id => new RuleFailure { RuleId = id, Message = $"{id} {document}" }));
        return reply;
    }
}
