namespace Validation.Cel.Tests;

/// <summary>A small world to speak of: a report with a table of cells, as rules see it.</summary>
internal static class World
{
    public static readonly ObjectType Cell = new("cell", () =>
    [
        new("text", CelType.String, cell => CelValue.Of(((TestCell)cell).Text)),
        new("value", CelType.Int, cell => ((TestCell)cell).Number),
        new("row", CelType.Int, cell => CelValue.Of((long)((TestCell)cell).Row)),
    ])
    {
        Number = cell => ((TestCell)cell).Number,
        NumberType = CelType.Int,
    };

    public static readonly ObjectType Report = new("report", () =>
    [
        new("title", CelType.String, report => CelValue.Of(((TestReport)report).Title)),
        new("year", CelType.Int, report => CelValue.Of(((TestReport)report).Year)),
        new("cells", CelType.ListOf(Cell), report => ((TestReport)report).Cells),
        new("total", Cell, report => ((TestReport)report).Total),
        new("missing", Cell, report => ((TestReport)report).Missing),
        new("nothing", CelType.String, _ => CelValue.Null),
    ]);

    public static CelEnvironment Environment { get; } = new(
        [
            new("report", Report), new("count", CelType.Int), new("ratio", CelType.Double), new("names", CelType.ListOf(CelType.String)),
            new("anything", CelType.Dyn), new("byName", CelType.MapOf(CelType.String, CelType.Int)),
        ],
        [new("twice", IsMember: false, [CelType.Int], CelType.Int, (_, values) => CelValue.Of(values[0].AsInt * 2))]);

    /// <summary>A frame with a report of three cells, 1 to 3, their total, and a cell that the document lacks.</summary>
    public static CelFrame Frame(long steps = 100_000)
    {
        var report = CelValue.Of(new CelObject(Report, new TestReport()));
        var names = new CelList([CelValue.Of("收费"), CelValue.Of("减免")]);
        var map = CelMap.Create([new(CelValue.Of("a"), CelValue.Of(1L))], out _)!;
        return new(
            [report, CelValue.Of(7L), CelValue.Of(0.5), CelValue.Of(names), TestReport.CellOf(5, 9), CelValue.Of(map)],
            new(steps));
    }

    /// <summary>The value of a strictly checked expression.</summary>
    public static CelValue Evaluate(string expression, CelChecking checking = CelChecking.Strict)
    {
        var compilation = Environment.Compile(expression, checking);
        compilation.Problems.ShouldBeEmpty(expression);
        return compilation.Program!.Evaluate(Frame());
    }

    /// <summary>JSON and type, or the error.</summary>
    public static string Show(CelValue value)
    {
        var result = CelJson.Format(value);
        return result.Error is { } error ? (error.IsUnknown ? "unknown " : "error ") + error.Message : $"{result.Json} {result.Type}";
    }

    private sealed record TestCell(string Text, CelValue Number, int Row);

    private sealed class TestReport
    {
        public string Title { get; } = "2024年年度报告";

        public long Year { get; } = 2024;

        public CelValue Cells { get; } = CelValue.Of(new CelList([CellOf(1, 1), CellOf(2, 2), CellOf(3, 3)]));

        public CelValue Total { get; } = CellOf(6, 4);

        public CelValue Missing { get; } = CelValue.Of(
            new CelObject(Cell, new TestCell(string.Empty, CelValue.Of(new CelError("no such cell", IsUnknown: true)), 0)));

        public static CelValue CellOf(long number, int row)
        {
            return CelValue.Of(new CelObject(Cell, new TestCell($"{number}", CelValue.Of(number), row)));
        }
    }
}
