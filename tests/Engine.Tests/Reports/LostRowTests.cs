using System.Text;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Reports;

/// <summary>A table whose cells can be seen is never blank because its row of numbers is gone.</summary>
public sealed class LostRowTests
{
    private const string Zero = "<td>0</td>";

    private static readonly string Page =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "formats", "xushui-2024.html"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(14)]
    public void Validate_DisputesWithFewerCells_NeverAccepted(int cells)
    {
        var start = Page.LastIndexOf("<tr>" + Zero, StringComparison.Ordinal);
        var end = Page.IndexOf("</tr>", start, StringComparison.Ordinal);
        var page = Page[..start] + "<tr>" + string.Concat(Enumerable.Repeat(Zero, cells)) + Page[end..];

        Sample.Check(Encoding.UTF8.GetBytes(page)).Verdict.ShouldNotBe(Verdict.Accept);
    }

    [Fact]
    public void Validate_DisputesWithAllCells_Accepted() =>
        Sample.Check(Encoding.UTF8.GetBytes(Page)).Verdict.ShouldBe(Verdict.Accept);

    [Fact]
    public void Validate_DisputesOfBlankCells_AcceptedWithBlankCells()
    {
        var start = Page.LastIndexOf("<tr>" + Zero, StringComparison.Ordinal);
        var page = Page[..start] + Page[start..].Replace(Zero, "<td> </td>", StringComparison.Ordinal);

        var reply = Sample.Check(Encoding.UTF8.GetBytes(page));

        reply.Verdict.ShouldBe(Verdict.Accept, reply.ReasonText);
        reply.Report.Disputes.Review.Upheld.State.ShouldBe(Cell.Types.State.Blank);
    }
}
