using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Validation.V1;

namespace Validation.Server.Pages.Overview;

/// <summary>What is on file about a report, in words.</summary>
internal static class FiledWords
{
    /// <summary>A time in the server's zone.</summary>
    public static string Time(Timestamp time)
    {
        return time.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a version is in force, or since when it is not.</summary>
    public static string State(FiledReport report)
    {
        return report.SupersededBy.Length == 0
            ? OverviewTexts.Current
            : OverviewTexts.SupersededAt(Time(report.SupersededAt), report.SupersededAuthor);
    }

    /// <summary>Names and values of what is on file. Those without a value are left out.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(FiledReport report)
    {
        IEnumerable<(string Name, string Value)> facts =
        [
            ("归档编号", report.Id),
            ("机关", report.Organization),
            ("年度", OverviewTexts.YearOf(report.Year)),
            ("年报所写机关", report.NamedOrganization == report.Organization ? "" : report.NamedOrganization),
            ("年报所写年度", report.NamedYear == 0 || report.NamedYear == report.Year ? "" : OverviewTexts.YearOf(report.NamedYear)),
            ("归档人", OverviewTexts.FiledBy(report.Author, report.Principal)),
            ("归档时间", Time(report.FiledAt)),
            ("归档说明", report.FilingReason),
            ("状态", State(report)),
            ("文件名", report.FileName),
            ("文件大小", OverviewTexts.Size(report.Size)),
            ("新引擎读取时的问题", report.RereadProblem),
        ];
        return facts.Where(fact => fact.Value.Length > 0);
    }
}
