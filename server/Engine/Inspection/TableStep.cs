using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Tables;
using Validation.Engine.Reports.Tables.Pages;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Inspection;

/// <summary>Shows how one of the three tables was read, and why a row of it is unclear.</summary>
internal static class TableStep
{
    /// <summary>Reads a table again in every way, and shows the way that a check takes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="content">The lines that hold it.</param>
    /// <param name="report">The report as it was read; its deviations name the rows that stand nowhere. Null: there is none.</param>
    /// <param name="limits">A section that exceeds them is not searched.</param>
    public static InspectedTable Of(TableTemplate table, List<TextLine> content, Report? report, EngineLimits limits)
    {
        var inspected = new InspectedTable { Key = table.Key, Name = table.Name };
        TableFurniture.Drop(content, []);
        if (TableReader.Read(table, content, limits) is not { } chosen)
        {
            inspected.Unclear.Add(new UncertainRow { Reason = Texts.Inspection.TooLong });
            return inspected;
        }

        inspected.Readings.AddRange(Readings(table, content, chosen.Records));
        inspected.Records.AddRange(chosen.Records.Select((record, index) => Record(chosen, record, index)));
        inspected.Unclear.AddRange(Unclear(chosen));
        inspected.Unclear.AddRange(Missing(chosen));
        inspected.Unclear.AddRange(Departures(table, inspected, report));
        return inspected;
    }

    private static IEnumerable<InspectedReading> Readings(TableTemplate table, List<TextLine> content, IReadOnlyList<TableRecord> chosen) =>
        from records in new[] { PageRecords.Read(table, content), GridRecords.Read(content), FlowRecords.Read(content) }
        where records.Count > 0
        select new InspectedReading
        {
            Name = NameOf(records),
            Records = records.Count,
            Rows = new TableReading(table, records, content).Readable,
            IsChosen = chosen.Count > 0 && NameOf(records) == NameOf(chosen),
        };

    // Rows of a page have no cells of their own, and those of flowing text are no grid.
    private static string NameOf(IReadOnlyList<TableRecord> records) =>
        records.Any(record => record.Row.Count > 0) ? "cells" : records.Any(record => record.IsGrid) ? "pages" : "flow";

    private static InspectedRecord Record(TableReading reading, TableRecord record, int index)
    {
        var inspected = new InspectedRecord
        {
            Row = reading.Rows.FirstOrDefault(row => row.Index == index)?.Template.Key ?? string.Empty,
            Location = record.Position.ToLocation(),
        };
        inspected.Labels.AddRange(record.Labels.Select(label => label.Text));
        inspected.Values.AddRange(record.Values.Select(value => value.Text));
        return inspected;
    }

    private static IEnumerable<UncertainRow> Unclear(TableReading reading) =>
        from row in reading.Rows
        let record = row.Record
        where record is not null && row.Values is null
        select new UncertainRow
        {
            Row = row.Template.Key,
            Label = row.Template.Label,
            Reason = ReasonOf(reading, record, row.Template),
            Location = record.Position.ToLocation(),
        };

    private static string ReasonOf(TableReading reading, TableRecord record, RowTemplate row) =>
        record.IsUnclear ? Texts.Inspection.RecordUnclear(record.ValueText)
        : reading.Place(record, row) is not null ? Texts.Inspection.SumsContradict(record.ValueText)
        : Texts.Inspection.ValuesUnclear(record.ValueText, record.Filled, row.Cells.Count);

    private static IEnumerable<UncertainRow> Missing(TableReading reading) =>
        from row in reading.Rows
        where row.Record is null
        select new UncertainRow { Row = row.Template.Key, Label = row.Template.Label, Reason = Texts.Inspection.RowMissing };

    // Rows that stand where no row of the form is due, or twice.
    private static IEnumerable<UncertainRow> Departures(TableTemplate table, InspectedTable inspected, Report? report) =>
        from deviation in report?.Deviations ?? []
        where deviation.Kind is Kind.UnreadableRow or Kind.RepeatedRow && deviation.Path.StartsWith(table.Key, StringComparison.Ordinal)
            && !inspected.Unclear.Any(row => row.Row == deviation.Path)
        select new UncertainRow
        {
            Row = deviation.Path,
            Label = table.Rows.FirstOrDefault(row => row.Key == deviation.Path)?.Label ?? string.Empty,
            Reason = deviation.Kind == Kind.RepeatedRow
                ? Texts.Inspection.RowRepeated(deviation.Actual)
                : Texts.Inspection.RecordUnclear(deviation.Actual),
            Location = deviation.Location,
        };
}
