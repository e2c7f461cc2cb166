using System.Text.Json;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports;

public sealed class SamplesTests
{
    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Parse_RealReport_EveryCellAsInTruth(string name)
    {
        var sample = new Sample(name);
        var report = sample.Check().Report;

        var truth = sample.Truth.GetProperty("cells");
        truth.EnumerateObject().Count().ShouldBe(ReportTemplate.Cells.Count);
        foreach (var expected in truth.EnumerateObject())
        {
            var cell = ReportTemplate.Cells[expected.Name].Of(report);
            double? value = expected.Value.ValueKind == JsonValueKind.Null ? null : expected.Value.GetDouble();
            (cell.HasValue ? cell.Value : (double?)null).ShouldBe(value, expected.Name);
            cell.State.ShouldBe(value is null ? State.Blank : State.Number, expected.Name);
        }
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Parse_RealReport_TitleOrganizationAndYearAsInTruth(string name)
    {
        var sample = new Sample(name);
        var report = sample.Check().Report;

        report.Organization.ShouldBe(sample.Truth.GetProperty("organization").GetString());
        report.Year.ShouldBe(sample.Truth.GetProperty("year").GetInt32());
        report.Title.ShouldEndWith("政府信息公开工作年度报告");
    }

    [Theory]
    [InlineData("jiyuan-2024", 7)]
    [InlineData("xingtai-2024", 8)]
    [InlineData("xingtai-gaoxinqu-2024", 4)]
    [InlineData("xushui-2024", 5)]
    public void Parse_RealReport_PeriodIsTheYear(string name, int line)
    {
        var period = new Sample(name).Check().Report.Period;

        period.Start.ShouldBe("2024-01-01");
        period.End.ShouldBe("2024-12-31");
        period.Location.Line.ShouldBe(line);
    }

    [Fact]
    public void Parse_ReportWithoutPeriod_PeriodUnset()
    {
        new Sample("qinhuangdao-2024").Check().Report.Period.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Parse_RealReport_AllSectionsWithTheirText(string name)
    {
        var sections = new Sample(name).Check().Report.Sections;

        sections.Select(section => section.Ordinal).ShouldBe([1, 2, 3, 4, 5, 6]);
        sections[0].Text.Length.ShouldBeGreaterThan(500);
        sections[4].Text.ShouldNotBeEmpty();
        sections[5].Text.ShouldNotBeEmpty();
        sections.ShouldAllBe(section => section.Location.Line > 0);
    }

    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Parse_RealReport_EveryCellStandsWhereItsLocationSays(string name)
    {
        var sample = new Sample(name);
        var lines = sample.Text.Split('\n');
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cell = template.Of(sample.Check().Report);
            var line = lines[cell.Location.Line - 1];
            line[(cell.Location.Column - 1)..].ShouldStartWith(cell.Text, Case.Sensitive, template.Path);
        }
    }

    [Fact]
    public void Parse_StrayMarks_RecordedAndInNoText()
    {
        var report = new Sample("qinhuangdao-2024").Check().Report;

        Deviations(report, Deviation.Types.Kind.StrayMark).ShouldHaveSingleItem().Location.Line.ShouldBe(392);
        report.Sections[4].Heading.ShouldBe("五、存在的主要问题及改进情况");
        Deviations(report, Deviation.Types.Kind.PageNumber).ShouldHaveSingleItem().Actual.ShouldBe("1");
        report.Sections[5].Text.ShouldBe("无");

        var cell = new Sample("xingtai-gaoxinqu-2024").Check().Report.Disclosure.Regulations.InForce;
        cell.Value.ShouldBe(0);
        cell.Text.ShouldBe("0");
    }

    private static IEnumerable<Deviation> Deviations(Report report, Deviation.Types.Kind kind) =>
        report.Deviations.Where(deviation => deviation.Kind == kind);
}
