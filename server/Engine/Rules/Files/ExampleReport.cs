using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Claims;
using Validation.Engine.Reports.Identity;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Text;
using Validation.Engine.Rules.Facts;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.Files;

/// <summary>Makes the report of a rule's test: a faultless one, changed where the test says so.</summary>
/// <param name="problems">Gets what is wrong.</param>
/// <param name="year">The year of the report, unless the test says otherwise.</param>
internal sealed class ExampleReport(ProblemList problems, int year)
{
    /// <summary>The year of the report, unless the test says otherwise.</summary>
    public const int Year = 2024;

    private const string Body = "某某县人民政府办公室";
    private const string Missing = "missing";
    private const string Zero = "0";
    private const int LinesOfSection = 1000;

    private static readonly string[] Keys =
        ["title", "organization", "year", "period", "cells", "opening", "sections", "headings", "without", "deviations"];

    private readonly Report _report = ReportTemplate.NewReport();

    /// <summary>Makes the report that a mapping describes. Null: the faultless one.</summary>
    public static Report Read(YamlMapping? mapping, ProblemList problems, int year = Year)
    {
        var test = new ExampleReport(problems, year);
        var reader = new MappingReader(mapping ?? new YamlMapping(0, 0, []), Keys, problems);
        test.ReadPeriod(reader);
        test.ReadIdentity(reader);
        test.ReadCells(reader);
        test.ReadProse(reader);
        test.ReadDeviations(reader);
        ClaimReader.Read(test._report, CancellationToken.None);
        return test._report;
    }

    private void ReadIdentity(MappingReader reader)
    {
        var text = reader.Text("title") ?? (reader.Mapping.Find("title") is null ? DefaultTitle : string.Empty);
        var title = TitleReader.Read([new TextLine(text, new Position(1, 1))], 1);
        _report.Title = text;
        _report.Organization = reader.Text("organization") ?? title.Organization;
        var periodYear = _report.Period is { Start.Length: > 0 } period ? Years.Parse(period.Start[..4]) : 0;
        _report.Year = reader.Year("year") ?? (title.Year > 0 ? title.Year : periodYear);
    }

    private string DefaultTitle => $"{Body}{year}年政府信息公开工作年度报告";

    private void ReadPeriod(MappingReader reader)
    {
        if (reader.Node("period") is YamlScalar { Text: "none" })
        {
            return;
        }

        _report.Period = new Period
        {
            Start = $"{year}-01-01",
            End = $"{year}-12-31",
            Text = $"统计期限为{year}年1月1日至{year}年12月31日",
            Location = new Location { Line = 2, Column = 1 },
        };
        if (reader.Map("period") is { } mapping)
        {
            var period = new MappingReader(mapping, ["start", "end", "text"], problems);
            _report.Period.Start = period.Text("start") ?? string.Empty;
            _report.Period.End = period.Text("end") ?? string.Empty;
            _report.Period.Text = period.Text("text") ?? _report.Period.Text;
        }
    }

    private void ReadCells(MappingReader reader)
    {
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cell = template.Of(_report);
            (cell.State, cell.Value, cell.Text) = (State.Number, 0, Zero);
        }

        foreach (var entry in reader.Map("cells")?.Entries ?? [])
        {
            var cells = ReportTemplate.Cells.Values.Where(template => IsMatch(template.Path, entry.Key.Text)).ToList();
            if (cells.Count == 0)
            {
                var nearest = MappingReader.Nearest(entry.Key.Text, ReportTemplate.Cells.Keys);
                problems.Add(entry.Key, Texts.UnknownCell(entry.Key.Text, nearest));
            }

            foreach (var template in cells)
            {
                Fill(template, entry.Value);
            }
        }
    }

    private void Fill(CellTemplate template, YamlNode value)
    {
        var cell = template.Of(_report);
        switch (value)
        {
            case YamlScalar { Text: Missing }:
                cell.ClearValue();
                cell.Text = string.Empty;
                cell.State = State.Missing;
                cell.Location = null;
                break;
            case YamlScalar text:
                cell.ClearValue();
                CellText.Fill(cell, new Token(TokenKind.Value, text.Text, default), template.HasDecimals);
                break;
            default:
                problems.Add(value, Texts.NotText("cells"));
                break;
        }
    }

    private static bool IsMatch(string path, string pattern)
    {
        var segments = path.Split('.');
        var patterns = pattern.Split('.');
        return segments.Length == patterns.Length
            && segments.Zip(patterns).All(pair => pair.Second == "*" || pair.First == pair.Second);
    }

    private void ReadProse(MappingReader reader)
    {
        _report.Opening.AddRange(Passages(reader.Text("opening") ?? string.Empty, 2));
        var texts = BySection(reader.Map("sections"));
        var headings = BySection(reader.Map("headings"));
        var left = reader.List("without")?.Items.OfType<YamlScalar>().ToList() ?? [];
        foreach (var item in left.Where(item => item.Text is not [>= '1' and <= '6']))
        {
            problems.Add(item, Texts.NotSection);
        }

        var without = left.Select(item => item.Text).ToHashSet();
        foreach (var template in SectionTemplate.All.Where(template => !without.Contains($"{template.Ordinal}")))
        {
            var heading = headings.GetValueOrDefault(template.Ordinal, template.Heading);
            var line = template.Ordinal * LinesOfSection;
            var section = new Section
            {
                Ordinal = template.Ordinal,
                Heading = heading,
                Numbering = heading[..^ProseFacts.NameOf(heading).Length].TrimEnd(),
                Location = new Location { Line = line, Column = 1 },
            };
            section.Paragraphs.AddRange(Passages(texts.GetValueOrDefault(template.Ordinal, string.Empty), line + 1));
            section.Text = string.Join('\n', section.Paragraphs.Select(paragraph => paragraph.Text));
            _report.Sections.Add(section);
        }
    }

    private Dictionary<int, string> BySection(YamlMapping? mapping)
    {
        var texts = new Dictionary<int, string>();
        foreach (var entry in mapping?.Entries ?? [])
        {
            if (entry.Key.Text is [>= '1' and <= '6'] && entry.Value is YamlScalar text)
            {
                texts[entry.Key.Text[0] - '0'] = text.Text;
            }
            else
            {
                problems.Add(entry.Key, Texts.NotSection);
            }
        }

        return texts;
    }

    private static IEnumerable<Passage> Passages(string text, int line) =>
        from pair in text.Split('\n').Select((paragraph, i) => (Text: paragraph.Trim(), Line: line + i))
        where pair.Text.Length > 0
        select new Passage { Text = pair.Text, Location = new Location { Line = pair.Line, Column = 1 } };

    private void ReadDeviations(MappingReader reader)
    {
        foreach (var mapping in reader.Items<YamlMapping>("deviations", Texts.NotMapping))
        {
            var deviation = new MappingReader(mapping, ["kind", "path", "expected", "actual"], problems);
            var name = deviation.Required("kind");
            var kind = DeviationFacts.Parse(name);
            if (kind == Deviation.Types.Kind.Unspecified)
            {
                problems.Add(mapping, Texts.UnknownDeviation(name));
            }

            _report.Deviations.Add(new Deviation
            {
                Kind = kind,
                Path = deviation.Text("path") ?? string.Empty,
                Expected = deviation.Text("expected") ?? string.Empty,
                Actual = deviation.Text("actual") ?? string.Empty,
                Location = new Location { Line = 1 },
            });
        }
    }
}
