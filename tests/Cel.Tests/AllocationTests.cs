namespace Validation.Cel.Tests;

/// <summary>A rule costs no memory: it runs on every document.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("report.cells.all(c, c >= 0)")]
    [InlineData("report.cells.all(c, c.row == c.value && c.text != '')")]
    [InlineData("report.total == report.cells[0] + report.cells[1] + report.cells[2]")]
    [InlineData("report.total == sum(report.cells)")]
    [InlineData("report.year > 2000 && report.year < 2100 || report.missing > 1")]
    [InlineData("report.title.startsWith('2024') && report.title.size() > 3")]
    [InlineData("count in [1, 7, 9] && names.exists(n, n in ['收费', '其他'])")]
    [InlineData("ratio * 2.0 == 1.0 && double(count) > ratio && max(count, 1) == 7")]
    [InlineData("has(report.total) && byName.a == 1 ? report.total % 2 == 0 : false")]
    [InlineData("1 / (count - 7) > 0 || report.missing > 3 || true")]
    [InlineData("report.title.matches('^[0-9]{4}年')")]
    [InlineData("[0, 1, 2].all(i, report.cells[i] == i + 1)")]
    public void Evaluate_AfterWarmUp_AllocatesNothing(string expression)
    {
        var program = World.Environment.Compile(expression, CelChecking.Strict).Program!;
        var frame = World.Frame(steps: 10_000_000);
        Run(program, frame);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(program, frame);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000);
    }

    private static void Run(CelProgram program, CelFrame frame)
    {
        for (var i = 0; i < 1_000; i++)
        {
            if (!program.Evaluate(frame).IsTrue)
            {
                throw new InvalidOperationException(program.Text);
            }
        }
    }
}
