using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Reports.Claims;

/// <summary>Reads the counts that prose states of what the tables count. Records facts and judges nothing.</summary>
public static class ClaimReader
{
    // No author writes a thousand counts: what comes after them is made to cost time.
    private const int Most = 1_000;
    private const int LongestHeading = 40;

    /// <summary>Reads the prose of a report: what stands before the sections, and 一, 五 and 六, which are prose.</summary>
    /// <param name="report">The report; takes the claims.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static void Read(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var reader = new SentenceReader(report.Year);
        Read(reader, report.Opening, 0, report, cancellationToken);
        foreach (var section in report.Sections)
        {
            Read(reader, section.Paragraphs, section.Ordinal, report, cancellationToken);
        }
    }

    /// <summary>Reads a sentence that stands alone.</summary>
    /// <param name="sentence">The sentence, or several.</param>
    /// <param name="year">The year reported on; 0: the first that the sentence speaks of.</param>
    /// <returns>A report that holds the claims only.</returns>
    public static Report Read(string sentence, int year)
    {
        var report = new Report { Year = year };
        Read(new SentenceReader(year), [new Passage { Text = sentence }], 0, report, CancellationToken.None);
        return report;
    }

    private static void Read(
        SentenceReader reader, IReadOnlyList<Passage> passages, int section, Report report, CancellationToken cancellationToken)
    {
        var isBelowHeading = false;
        foreach (var paragraph in WrappedLines.Join(passages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isBelowHeading)
            {
                reader.BeginParagraph();
            }

            for (var start = 0; start < paragraph.Text.Length;)
            {
                var end = paragraph.EndOf(start);
                reader.Read(paragraph.Text, start, end);
                Add(reader, paragraph, (start, end), section, report);
                start = end;
            }

            // （二）依申请公开情况 says what the next paragraph is about.
            isBelowHeading = paragraph.Text.Length <= LongestHeading && !paragraph.Text.EndsWith('。');
        }
    }

    private static void Add(SentenceReader reader, JoinedParagraph paragraph, (int Start, int End) sentence, int section, Report report)
    {
        if (report.Claims.Count >= Most || report.Breakdowns.Count >= Most || report.Shares.Count >= Most)
        {
            return;
        }

        foreach (var (claim, start, _, _) in reader.Counts)
        {
            (claim.Section, claim.Location, claim.Sentence) = (section, paragraph.LocationOf(start), Cut(paragraph.Text, sentence));
            report.Claims.Add(claim);
        }

        foreach (var (breakdown, start) in reader.Breakdowns())
        {
            (breakdown.Section, breakdown.Location) = (section, paragraph.LocationOf(start));
            report.Breakdowns.Add(breakdown);
        }

        foreach (var (share, start) in reader.Shares())
        {
            (share.Section, share.Location) = (section, paragraph.LocationOf(start));
            report.Shares.Add(share);
        }
    }

    // A sentence without an end is shown by its beginning.
    private static string Cut(string text, (int Start, int End) sentence)
    {
        const int Longest = 500;
        return text[sentence.Start..Math.Min(sentence.End, sentence.Start + Longest)].Trim();
    }
}
