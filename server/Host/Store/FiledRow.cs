using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A row of filed_reports.</summary>
internal sealed class FiledRow
{
    /// <summary>The columns that a row is read from.</summary>
    public const string Columns = """
        SELECT number, entry, superseded_by AS SupersededBy, superseded_author AS SupersededAuthor,
               superseded_milliseconds AS SupersededMilliseconds, engine_version AS EngineVersion, reread_problem AS RereadProblem
        FROM filed_reports
        """;

    /// <summary>Counts the reports in the order in which they were filed.</summary>
    public long Number { get; init; }

    /// <summary>What stays as it was when the report was filed: a FiledReport without the fields below.</summary>
    public byte[] Entry { get; init; } = [];

    public string SupersededBy { get; init; } = "";

    public string SupersededAuthor { get; init; } = "";

    public long SupersededMilliseconds { get; init; }

    public string EngineVersion { get; init; } = "";

    public string RereadProblem { get; init; } = "";

    public FiledReport ToReport()
    {
        var report = FiledReport.Parser.ParseFrom(Entry);
        report.EngineVersion = EngineVersion;
        report.RereadProblem = RereadProblem;
        if (SupersededBy.Length > 0)
        {
            report.SupersededBy = SupersededBy;
            report.SupersededAuthor = SupersededAuthor;
            report.SupersededAt = UnixTime.Of(SupersededMilliseconds);
        }

        return report;
    }
}
