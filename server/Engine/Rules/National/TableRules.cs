using Validation.Engine.Reports.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Rules.National;

/// <summary>The rules that hold for each of the three tables alike: t2-missing, t3-missing, t4-missing and so on.</summary>
internal static class TableRules
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        .. ReportTemplate.Tables.Select(table => new TableMissing(table)),

        // 表四 is a single row without a label.
        .. LabelledTables.Select(table => new TableRows(table)),
        .. LabelledTables.Select(table => new TableLabel(table)),
        .. ReportTemplate.Tables.SelectMany(table => new IRule[] { new CellType(table), new CellsBlank(table), new CellsDash(table) }),
    ];

    private static IEnumerable<TableTemplate> LabelledTables => ReportTemplate.Tables.Where(table => table.Rows.Count > 1);

    /// <summary>The deviation is about the table or something in it.</summary>
    public static bool IsOf(this Deviation deviation, TableTemplate table) => deviation.Path.Split('.')[0] == table.Key;
}

/// <summary>t*-missing: the table is there.</summary>
internal sealed class TableMissing(TableTemplate table) : IRule
{
    public RuleHeader Header { get; } = Texts.Headers.TableMissing(table);

    public IEnumerable<Match> Check(Report report) =>
        from deviation in report.Deviations
        where deviation.Kind == Kind.MissingTable && deviation.IsOf(table)
        select new Match(Texts.TableMissing(table))
        {
            Section = table.Section.Ordinal,
            Location = report.Sections.FirstOrDefault(section => section.Ordinal == table.Section.Ordinal)?.Location,
            Mend = Texts.TableMissingMend,
        };
}

/// <summary>t*-rows: the table has the rows of the template, none missing, none in excess.</summary>
internal sealed class TableRows(TableTemplate table) : IRule
{
    public RuleHeader Header { get; } = Texts.Headers.TableRows(table);

    public IEnumerable<Match> Check(Report report) =>
        from deviation in report.Deviations
        where deviation.Kind is Kind.MissingRow or Kind.ExtraRow or Kind.CollapsedRow && deviation.IsOf(table)
        select new Match(Texts.TableRows(table, deviation))
        {
            Section = table.Section.Ordinal,
            Location = deviation.Location,
            Expected = deviation.Expected,
            Actual = deviation.Actual,
            Subject = deviation.Path + deviation.Actual,
        };
}

/// <summary>t*-label: the labels are those of the template.</summary>
internal sealed class TableLabel(TableTemplate table) : IRule
{
    public RuleHeader Header { get; } = Texts.Headers.TableLabel(table);

    public IEnumerable<Match> Check(Report report) =>
        from deviation in report.Deviations
        where deviation.Kind == Kind.Label && deviation.IsOf(table)
        select new Match(Texts.TableLabel(deviation))
        {
            Section = table.Section.Ordinal,
            Location = deviation.Location,
            Expected = deviation.Expected,
            Actual = deviation.Actual,
            Mend = Texts.TableLabelMend(deviation),
            Subject = deviation.Expected,
        };
}

/// <summary>t*-cell-type: counts are whole numbers from 0 up, amounts may have decimals.</summary>
internal sealed class CellType(TableTemplate table) : IRule
{
    public RuleHeader Header { get; } = Texts.Headers.CellType(table);

    public IEnumerable<Match> Check(Report report) =>
        from template in table.Cells
        let cell = template.Of(report)
        where cell.State == State.Invalid
        select new Match(Texts.CellType(template, cell.Text))
        {
            Section = table.Section.Ordinal,
            Cells = [template.Path],
            Actual = cell.Text,
            Mend = Texts.CellTypeMend(template),
        };
}

/// <summary>t*-blank: no cell is empty. One finding for the table: such tables are empty by the hundred.</summary>
internal sealed class CellsBlank(TableTemplate table) : IRule
{
    public RuleHeader Header { get; } = Texts.Headers.CellsBlank(table);

    public IEnumerable<Match> Check(Report report) =>
        CellsInState(table, report, State.Blank, Texts.CellsBlank, Texts.CellsBlankMend);

    internal static IEnumerable<Match> CellsInState(
        TableTemplate table, Report report, State state, Func<TableTemplate, int, string, string> message, string mend)
    {
        var cells = table.Cells.Where(template => template.Of(report).State == state).ToList();
        if (cells.Count > 0)
        {
            yield return new Match(message(table, cells.Count, Texts.Places(table, cells)))
            {
                Section = table.Section.Ordinal,
                Cells = [.. cells.Select(cell => cell.Path)],
                Expected = "0",
                Mend = mend,
            };
        }
    }
}

/// <summary>t*-slash: no cell holds a dash or stroke in the place of 0.</summary>
internal sealed class CellsDash(TableTemplate table) : IRule
{
    public RuleHeader Header { get; } = Texts.Headers.CellsDash(table);

    public IEnumerable<Match> Check(Report report) =>
        CellsBlank.CellsInState(table, report, State.Dash, Texts.CellsDash, Texts.CellsDashMend);
}

/// <summary>t3-stray-value: no number stands behind a label that has none.</summary>
internal sealed class StrayValue : IRule
{
    public RuleHeader Header => Texts.Headers.StrayValue;

    public IEnumerable<Match> Check(Report report) =>
        from deviation in report.Deviations
        where deviation.Kind == Kind.StrayValue && deviation.IsOf(ApplicationsTemplate.Table)
        select new Match(Texts.StrayValue(deviation))
        {
            Section = 3,
            Location = deviation.Location,
            Actual = deviation.Actual,
            Mend = Texts.StrayValueMend(deviation),
            Subject = deviation.Path,
        };
}
