using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests;

public sealed class EditedReportTests
{
    private const string Path = "applications.received.total";

    [Theory]
    [InlineData("34", State.Number, 34)]
    [InlineData("３4", State.Number, 34)]
    [InlineData("", State.Blank, 0)]
    [InlineData("无", State.Dash, 0)]
    [InlineData("三十四", State.Invalid, 0)]
    public void Cell_Edited_IsReadLikeThatOfADocument(string text, State state, double value)
    {
        var report = Report();

        var edited = EditedReport.Of(report, [new CellEdit { Path = Path, Text = text }])!;

        var cell = edited.Applications.Received.Total;
        (cell.State, cell.Text, cell.Value, cell.HasValue).ShouldBe((state, text, value, state == State.Number));
        cell.Location.Line.ShouldBe(7);
        report.Applications.Received.Total.Value.ShouldBe(29);
        edited.Applications.Received.Total = report.Applications.Received.Total;
        edited.ShouldBe(report);
    }

    [Fact]
    public void Report_WithoutItsParts_HasThemAfterwards()
    {
        var edited = EditedReport.Of(new Report { Year = 2024 }, [])!;

        edited.Year.ShouldBe(2024);
        ReportTemplate.Cells.Values.ShouldAllBe(template => template.Of(edited).State == State.Missing);
    }

    [Theory]
    [InlineData("applications.received")]
    [InlineData("applications.received.everybody")]
    [InlineData("")]
    public void Edit_OfNoCell_GivesNoReport(string path)
    {
        EditedReport.Of(Report(), [new CellEdit { Path = path, Text = "1" }]).ShouldBeNull();
    }

    [Fact]
    public void Report_ThatNoReaderGives_IsNone()
    {
        Action<Report>[] forgeries =
        [
            report => report.Applications.Received.Total.Value = double.NaN,
            report => report.Applications.Received.Total.Value = -1,
            report => report.Applications.Received.Total.State = State.Blank,
            report => report.Applications.Received.Total.State = (State)99,
            report => report.Sections.Add(new Section { Ordinal = 7 }),
            report => report.Sections.Add([new Section { Ordinal = 1 }, new Section { Ordinal = 1 }]),
            report => report.Claims.Add(new Claim()),
            report => report.Claims.Add(new Claim { Kind = Claim.Types.Kind.New, Value = double.PositiveInfinity }),
            report => report.Breakdowns.Add(new Breakdown { Total = double.NaN }),
            report => report.Shares.Add(new Share { Percent = double.NaN }),
            report => report.Deviations.Add(new Deviation { Kind = (Deviation.Types.Kind)99 }),
        ];
        foreach (var forge in forgeries)
        {
            var report = Report();
            EditedReport.Of(report, []).ShouldNotBeNull();
            forge(report);
            EditedReport.Of(report, []).ShouldBeNull();
        }
    }

    private static Report Report()
    {
        var report = ReportTemplate.NewReport();
        report.Applications.Received.Total =
            new Cell { State = State.Number, Value = 29, Text = "29", Location = new Location { Line = 7 } };
        return report;
    }
}
