using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>Prints a report on file in a few lines: which, with which verdict, filed by whom, superseded by what.</summary>
internal static class FiledReportText
{
    /// <summary>How far the lines below the first are indented.</summary>
    public const int Indent = 4;

    /// <summary>Prints two lines, and a third where another version came later.</summary>
    public static void Write(RuleSession session, FiledReport report)
    {
        var over = report.SupersededBy.Length > 0;
        session.Page.Paragraph(
            0,
            Words.None,
            new(report.Id, over ? Ink.Faint : Ink.Strong),
            new("  " + ArchiveTexts.Report(report) + "  "),
            new(ArchiveTexts.Verdict(report), over ? Ink.Faint : InkOf(report.Verdict)));
        var time = session.Terminal.Time;
        session.Page.Paragraph(
            Indent, Words.None, new Words(ArchiveTexts.FiledBy(report, CliTexts.Moment(time, report.FiledAt)), Ink.Faint));
        if (over)
        {
            session.Page.Paragraph(
                Indent, Words.None, new Words(ArchiveTexts.Superseded(report, CliTexts.Moment(time, report.SupersededAt)), Ink.Doubtful));
        }
    }

    private static Ink InkOf(Verdict verdict) => verdict switch
    {
        Verdict.Accept => Ink.Good,
        Verdict.Reject => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
