using System.Globalization;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rendering;

/// <summary>How much `validate check` says of many drafts.</summary>
public sealed class DetailTests
{
    [Fact]
    public void Usual_OfManyDrafts_NamesThoseWithSomethingToSay()
    {
        var text = Render(TextDetail.Usual, Drafts(12));

        text.ShouldContain("0.txt：有错误，须修改");
        text.ShouldNotContain("1.txt");
        text.ShouldContain("份数：");
    }

    [Fact]
    public void All_OfManyDrafts_NamesEach()
    {
        var text = Render(TextDetail.All, Drafts(12));

        for (var i = 0; i < 12; i++)
        {
            text.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"\n{i}.txt："));
        }
    }

    [Theory]
    [InlineData(1, "共 1 份：通过 0 份，须修改 1 份。\n")]
    [InlineData(3, "共 3 份：通过 2 份，须修改 1 份。\n")]
    public void Counts_OfSomeDrafts_AreOneLine(int drafts, string line) => Render(TextDetail.Counts, Drafts(drafts)).ShouldBe("\n" + line);

    [Fact]
    public void Counts_OfManyDrafts_AreTheTableAlone()
    {
        var text = Render(TextDetail.Counts, Drafts(12));

        text.ShouldStartWith("\n份数：");
        text.ShouldNotContain(".txt");
    }

    [Fact]
    public void Draft_WithCharactersThatSteerATerminal_ShowsThemAndDoesNotSendThem()
    {
        var finding = Outcomes.Balance();
        finding.Message = "红\u001b[31m反\u202e转\u0007";
        var outcome = CheckOutcome.Answered(Draft.FromFile("年\u001b]0;x\u0007\u202e报.txt"), Outcomes.Reply(Verdict.Reject, finding));

        var text = Render(TextDetail.All, [outcome]);

        text.ShouldContain("年\uFFFD]0;x\uFFFD\uFFFD报.txt");
        text.ShouldContain("红\uFFFD[31m反\uFFFD转\uFFFD");
        text.ShouldNotContain('\u001b');
        text.ShouldNotContain('\u202e');
    }

    private static List<CheckOutcome> Drafts(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Outcomes.Of(
            i == 0 ? Outcomes.Reply(Verdict.Reject, Outcomes.Balance()) : Outcomes.Reply(Verdict.Accept),
            string.Create(CultureInfo.InvariantCulture, $"{i}.txt"))),
    ];

    private static string Render(TextDetail detail, IReadOnlyCollection<CheckOutcome> outcomes)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new TextRenderer(columns: null, colours: false) { Detail = detail }.Render(outcomes, output);
        return "\n" + output;
    }
}
