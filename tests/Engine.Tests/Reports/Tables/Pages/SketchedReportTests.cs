using System.Globalization;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports.Tables.Pages;

/// <summary>Reports printed in many ways: every cell comes back, or its row is said to be unclear.</summary>
[Trait("Size", "Exhaustive")]
public sealed class SketchedReportTests
{
    private const int Seeds = 6;

    private static readonly ReportValidator Validator = PdfReaders.Validator();

    private static readonly Dictionary<string, Func<Func<CellTemplate, string>, ReportSketch>> Prints = new(StringComparer.Ordinal)
    {
        ["plain"] = text => new(text),
        ["left and top"] = text => new(text) { Style = new() { Align = 0, VerticalAlign = 0 } },
        ["right and bottom"] = text => new(text) { Style = new() { Align = 1, VerticalAlign = 1 } },
        ["large type"] = text => new(text) { Style = new() { Size = 12, Padding = 2 } },
        ["small type, no padding"] = text => new(text) { Style = new() { Size = 7, Padding = 0 } },
        ["labels of one character a line"] = text => new(text) { Style = new() { Labels = [0.035, 0.035, 0.1], Size = 8 } },
        ["wide labels"] = text => new(text) { Style = new() { Labels = [0.1, 0.15, 0.35], Size = 8, Padding = 1 } },
        ["landscape"] = text => new(text) { Paper = (842, 595), Footer = "- # -" },
        ["tall rows"] = text => new(text) { Style = new() { RowHeight = 40 }, Footer = "#" },
        ["short pages, headings repeated"] = text =>
            new(text) { Paper = (595, 400), Style = new() { RepeatedRows = 3 }, Footer = "第 # 页 共 9 页" },
        ["short pages, rows broken"] = text =>
            new(text) { Paper = (595, 420), Style = new() { BreaksRows = true, Labels = [0.04, 0.05, 0.1] }, Footer = "#" },
        ["header and footer"] = text => new(text) { Paper = (595, 500), Header = "某某市人民政府办公室", Footer = "—#—" },
        ["watermark"] = text => new(text) { Watermark = "内部资料" },
        ["high font"] = text => new(text) { Font = (1.05, 0.35) },
        ["low font"] = text => new(text) { Font = (0.7, 0.05) },
    };

    public static TheoryData<string> PrintNames() => [.. Prints.Keys];

    [Theory]
    [MemberData(nameof(PrintNames))]
    public void Validate_Zeros_EveryCellRead(string print)
    {
        Exhaustive.Try(Enumerable.Range(0, Seeds), 1, seed => CheckZeros(print, seed), print);
    }

    [Theory]
    [MemberData(nameof(PrintNames))]
    public void Validate_BlanksAndDashes_NothingInAWrongCell(string print)
    {
        Exhaustive.Try(Enumerable.Range(0, Seeds), 1, seed => CheckBlanksAndDashes(print, seed), print);
    }

    [Theory]
    [InlineData(9_999_999, 9)]
    [InlineData(999_999, 10)]
    [InlineData(30_000_000, 8)]
    public void Validate_NumbersWrapped_JoinedOrUnclear(int most, double size)
    {
        Exhaustive.Try(Enumerable.Range(0, Seeds), 1, seed => CheckWrapped(seed, most, size), most);
    }

    [Fact]
    public void Validate_ThousandsSeparated_Read()
    {
        var numbers = new NumbersThatBalance(3, 30_000);

        string Text(CellTemplate cell) => numbers[cell].ToString("N0", CultureInfo.InvariantCulture);
        var reply = Check(new ReportSketch(Text) { Style = new() { Size = 7, Padding = 1 } });

        ReportTemplate.Cells.Values.Where(cell => cell.Of(reply.Report).Value != numbers[cell]).ShouldBeEmpty();
        reply.Verdict.ShouldBe(Verdict.Accept, reply.ReasonText);
    }

    [Fact]
    public void Validate_EveryCellBlank_BlankEachInItsPlace()
    {
        var reply = Check(new ReportSketch(_ => string.Empty));

        var cells = ReportTemplate.Cells.Values.Select(cell => cell.Of(reply.Report)).ToList();
        cells.ShouldAllBe(cell => cell.State == State.Blank && cell.Location.Page > 0 && cell.Location.Box.Width > 0);
        cells.Select(cell => cell.Location).Distinct().Count().ShouldBe(cells.Count);
    }

    [Fact]
    public void Validate_RowBlank_StaysInItsPlace()
    {
        var numbers = new NumbersThatBalance(2, 9);
        Exhaustive.Try(ApplicationsTemplate.Table.Rows.Select(row => row.Key), 3, key =>
        {
            var blank = ApplicationsTemplate.Table.Rows.Single(row => row.Key == key).Cells;
            string Text(CellTemplate cell) => blank.Contains(cell) ? string.Empty : $"{numbers[cell]}";

            Wrong(Check(new ReportSketch(Text)), Text).ShouldBeEmpty();
        });
    }

    private static void CheckZeros(string print, int seed)
    {
        var numbers = new NumbersThatBalance(seed, seed % 2 == 0 ? 9 : 400);

        var reply = Check(Prints[print](cell => $"{numbers[cell]}"));

        Wrong(reply, cell => $"{numbers[cell]}").ShouldBeEmpty();
        reply.Verdict.ShouldBe(Verdict.Accept, reply.ReasonText);
        reply.Report.Deviations.ShouldBeEmpty();
    }

    private static void CheckBlanksAndDashes(string print, int seed)
    {
        var numbers = new NumbersThatBalance(seed, 60);
        string[] zeros = ["", "/", "0", "—"];
        var random = new Random(seed);
        var text = ReportTemplate.Cells.Values.ToDictionary(
            cell => cell.Path, cell => numbers[cell] == 0 ? zeros[random.Next(zeros.Length)] : $"{numbers[cell]}");

        var reply = Check(Prints[print](cell => text[cell.Path]));

        var unclear = reply.Report.Deviations
            .Where(deviation => deviation.Kind == Deviation.Types.Kind.UnreadableRow).Select(row => row.Path).ToList();
        Wrong(reply, cell => text[cell.Path])
            .Where(wrong => !unclear.Exists(row => wrong.StartsWith(row, StringComparison.Ordinal))).ShouldBeEmpty();
        unclear.Count.ShouldBeLessThanOrEqualTo(3, string.Join(' ', unclear));
        reply.Report.Deviations.Where(deviation => deviation.Kind != Deviation.Types.Kind.UnreadableRow).ShouldBeEmpty();
    }

    private static void CheckWrapped(int seed, int most, double size)
    {
        var numbers = new NumbersThatBalance(seed, most);

        var style = new TableStyle { Size = size, VerticalAlign = seed % 3 * 0.5 };
        var reply = Check(new ReportSketch(cell => $"{numbers[cell]}") { Style = style });

        var wrong = Wrong(reply, cell => $"{numbers[cell]}");
        wrong.Where(cell => !cell.EndsWith("Missing ", StringComparison.Ordinal)).ShouldBeEmpty();
        wrong.Count.ShouldBeLessThan(40);
    }

    private static ValidateReply Check(ReportSketch sketch) => Validator.Validate(sketch.ToArray(), TestRules.National);

    private static List<string> Wrong(ValidateReply reply, Func<CellTemplate, string> text)
    {
        reply.Report.ShouldNotBeNull(reply.ReasonText);
        return [.. ReportTemplate.Cells.Values
            .Where(cell => cell.Of(reply.Report).Text != text(cell) || cell.Of(reply.Report).State == State.Missing)
            .Select(cell => $"{cell.Path}: {text(cell)} was read as {cell.Of(reply.Report).State} {cell.Of(reply.Report).Text}")];
    }
}
