using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

/// <summary>What somebody typed in the place of a number is no blank cell and no other number, however the table arrives.</summary>
public sealed class WrongCellTests
{
    private static readonly NumbersThatBalance Numbers = new(5, 40);

    public static TheoryData<Layout, string> LayoutsAndTexts()
    {
        var data = new TheoryData<Layout, string>();
        foreach (var layout in Enum.GetValues<Layout>())
        {
            data.Add(layout, "见附件");
            data.Add(layout, "10。");
            data.Add(layout, "10 0");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LayoutsAndTexts))]
    public void Check_NoNumberInACellOfTableTwo_NeitherBlankNorANumber(Layout layout, string text)
    {
        foreach (var path in (string[])["disclosure.penalties.decisions", "disclosure.regulations.repealed", "disclosure.fees.amount"])
        {
            var reply = Sample.Check(new ReportText(cell => cell.Path == path ? text : $"{Numbers[cell]}").Write(layout));

            var state = ReportTemplate.Cells[path].Of(reply.Report).State;
            (path, state).ShouldBeOneOf((path, State.Invalid), (path, State.Missing));
            reply.Verdict.ShouldNotBe(Verdict.Accept, path);
        }
    }
}
