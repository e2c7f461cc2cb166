using Validation.Engine;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Formats.Tests;

/// <summary>A report is the same report in every format, cell by cell, and every cell can be found again.</summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Long")]
public sealed class EveryCellTests(ConvertedReports reports)
{
    private static readonly ReportValidator Validator = PdfReaders.Validator();

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var format in ConvertedReports.OfficeFormats.Append("html"))
        {
            foreach (var name in ConvertedReports.Names)
            {
                files.Add(name, format);
            }
        }

        return files;
    }

    [OfficeTheory]
    [MemberData(nameof(Files))]
    public void Validate_ConvertedReport_EveryCellAsInTheModel(string name, string format)
    {
        var model = ConvertedReports.Model(name);

        var reply = Check(name, format);

        reply.Report.ShouldNotBeNull(reply.ReasonText);
        var wrong = ReportTemplate.Cells.Values
            .Select(cell => (cell.Path, Due: cell.Of(model).Text.Trim(), Read: cell.Of(reply.Report)))
            .Where(cell => cell.Read.Text != cell.Due || cell.Read.State == State.Missing)
            .Select(cell => $"{cell.Path}: {cell.Due} was read as {cell.Read.State} {cell.Read.Text}");
        wrong.ShouldBeEmpty();
    }

    [OfficeTheory]
    [MemberData(nameof(Files))]
    public void Validate_ConvertedReport_SameFindingsAsTheWebPage(string name, string format)
    {
        var page = Check(name, "html");

        var reply = Check(name, format);

        reply.Verdict.ShouldBe(page.Verdict, reply.ReasonText);
        reply.Findings.Select(Line).Except(page.Findings.Select(Line)).ShouldBeEmpty();
        page.Findings.Select(Line).Except(reply.Findings.Select(Line)).ShouldBeEmpty();
    }

    [OfficeTheory]
    [MemberData(nameof(Files))]
    public void Validate_ConvertedReport_EveryCellHasAPlaceOfItsOwn(string name, string format)
    {
        var report = Check(name, format).Report;

        var places = ReportTemplate.Cells.Values.Select(cell => cell.Of(report).Location).ToList();

        places.ShouldAllBe(place => place.Ordinal > 0 && IsComplete(place, format));
        places.Distinct().Count().ShouldBe(places.Count);
    }

    private static bool IsComplete(Location place, string format) => format switch
    {
        "pdf" or "ofd" => place is { Page: > 0, Box: { Width: > 0, Height: > 0 } },
        "html" => place.CssPath.Length > 0 && place is { Table: > 0, TableRow: > 0, TableCell: > 0 },
        _ => place is { Table: > 0, TableRow: > 0, TableCell: > 0 },
    };

    private static string Line(Finding finding) => $"{finding.RuleId} {finding.Cells.Count} {finding.Message}";

    private ValidateReply Check(string name, string format) => Validator.Validate(reports.Read(name, format), TestRules.National);
}
