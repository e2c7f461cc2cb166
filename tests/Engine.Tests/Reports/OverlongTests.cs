using System.Text;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Reports;

/// <summary>Texts that are made to keep a server busy, and texts that only look like a part of a report.</summary>
public sealed class OverlongTests
{
    // A check takes a second; what takes as long as this hangs, however busy the machine is.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Repetitions = new(StringComparer.Ordinal)
    {
        ["rows"] = "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n",
        ["lines"] = "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n",
        ["cells"] = "\t一、本年新收政府信息公开申请数量\n\t1\n\t0\n\n",
        ["unknown rows"] = "其他事项\t1\t0\t0\t0\t0\t0\t1\n",
        ["words"] = "总计总计总计总计总计\n",
        ["headings"] = "三、收到和处理政府信息公开申请情况\n",
    };

    [Fact]
    [Trait("Size", "Exhaustive")]
    public async Task Validate_MillionsOfCharactersOfOneKind_AnswersSoonAndDoesNotAccept()
    {
        await Exhaustive.TryAsync(Repetitions.Keys, 2, async name =>
        {
            var lines = string.Concat(Enumerable.Repeat(Repetitions[name], 100_000));
            var content = Encoding.UTF8.GetBytes("三、收到和处理政府信息公开申请情况\n" + lines);

            var reply = await Task.Run(() => Sample.Check(content)).WaitAsync(Limit);

            reply.Verdict.ShouldBe(Verdict.NotDecided);
        });
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Validate_SectionCharactersAroundTheLimit_NotReadBeyond(int more, bool isBeyond)
    {
        var (text, longest) = LongestSection();

        var reply = new ReportValidator(EngineLimits.Default with { SectionCharacters = longest + more })
            .Validate(Encoding.UTF8.GetBytes(text), TestRules.National);

        reply.Report.Deviations.Any(deviation => deviation.Kind == Deviation.Types.Kind.OverlongTable).ShouldBe(isBeyond);
        (reply.Verdict == Verdict.NotDecided).ShouldBe(isBeyond);
    }

    [Fact]
    public void Validate_SectionRowsAroundTheLimit_NotReadBeyond()
    {
        var (text, _) = LongestSection();
        var content = Encoding.UTF8.GetBytes(text);
        bool IsBeyond(int rows) => new ReportValidator(EngineLimits.Default with { SectionRows = rows })
            .Validate(content, TestRules.National).Verdict == Verdict.NotDecided;

        // The most rows of any section of this text, whatever their count.
        var most = Enumerable.Range(1, 200).First(rows => !IsBeyond(rows));

        most.ShouldBeGreaterThanOrEqualTo(ApplicationsTemplate.Table.Rows.Count);
        new[] { most - 1, most, most + 1 }.Select(IsBeyond).ShouldBe([true, false, false]);
    }

    // A report in rows of tabs, and the characters of its longest section with a table.
    private static (string Text, int Characters) LongestSection()
    {
        var text = new ReportText(_ => "0").Write(Layout.TabRows);
        var start = text.IndexOf(SectionTemplate.Of(3).Heading, StringComparison.Ordinal) + SectionTemplate.Of(3).Heading.Length + 1;
        var end = text.IndexOf(SectionTemplate.Of(4).Heading, StringComparison.Ordinal);
        return (text, text[start..end].Count(character => character != '\n'));
    }

    [Fact]
    public void Validate_RowOfFifteenNumbersAlone_IsNoReport()
    {
        Sample.Check("某某公司销售报表\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n").Reason.ShouldBe(Reason.NotAReport);
    }

    [Theory]
    [InlineData(Layout.IndentedCells)]
    [InlineData(Layout.PlainCells)]
    [InlineData(Layout.TabRows)]
    [InlineData(Layout.PdfText)]
    public void Validate_SectionFourMissingWhole_SaysSoAndNothingOfTableThree(Layout layout)
    {
        var numbers = new NumbersThatBalance(4, 50);
        var text = new ReportText(cell => $"{numbers[cell]}").Write(layout);
        var start = text.IndexOf(SectionTemplate.Of(4).Heading, StringComparison.Ordinal);
        var end = text.IndexOf(SectionTemplate.Of(5).Heading, StringComparison.Ordinal);

        var reply = Sample.Check(text.Remove(start, end - start));

        reply.Verdict.ShouldBe(Verdict.Reject);
        var grave = reply.Findings.Where(finding => finding.Severity > Level.Info);
        grave.Select(finding => finding.RuleId).ShouldBe(["sec-missing", "t4-missing"], ignoreOrder: true);
    }
}
