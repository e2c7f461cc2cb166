using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Gives a reply the form in which it is sent: with the report or without, and not larger than the server sends.</summary>
internal static class ReplyShape
{
    /// <summary>Makes a reply fit: leaves out what was not asked for, then what is too large.</summary>
    /// <param name="reply">The reply, whole; it is changed.</param>
    /// <param name="wish">What the request says about the report.</param>
    /// <param name="limit">The size that it may have, in bytes.</param>
    public static void Shape(ValidateReply reply, ReportWish wish, int limit)
    {
        if (wish == ReportWish.Whole)
        {
            return;
        }

        if (wish == ReportWish.Omitted)
        {
            reply.Report = null;
        }
        else if (wish == ReportWish.Included && reply.Report is { } report)
        {
            SayOnce(report);
        }

        if (reply.Report is not null && reply.CalculateSize() > limit)
        {
            reply.Report = null;
            reply.Notices.Add(ReplyNotice.ReportOmitted);
        }

        if (reply.CalculateSize() > limit)
        {
            reply.Notices.Add(ReplyNotice.FindingsOmitted);
            Shorten(reply, limit);
        }
    }

    /// <summary>Leaves out text that the paragraphs hold anyway. A sentence that is in none of them stays where it is.</summary>
    private static void SayOnce(Report report)
    {
        foreach (var section in report.Sections)
        {
            section.Text = "";
        }

        Passage[] passages = [.. report.Opening, .. report.Sections.SelectMany(section => section.Paragraphs)];
        Array.Sort(passages, (one, other) => OrdinalOf(one.Location).CompareTo(OrdinalOf(other.Location)));
        foreach (var claim in report.Claims)
        {
            var passage = Array.FindLast(passages, passage => OrdinalOf(passage.Location) <= OrdinalOf(claim.Location));
            var start = passage?.Text.IndexOf(claim.Sentence, StringComparison.Ordinal) ?? -1;
            if (start >= 0)
            {
                (claim.SentenceStart, claim.SentenceLength, claim.Sentence) = (start, claim.Sentence.Length, "");
            }
        }
    }

    private static int OrdinalOf(Location? location)
    {
        return location?.Ordinal ?? 0;
    }

    /// <summary>Removes findings from the end, which weigh least, until the reply fits.</summary>
    private static void Shorten(ValidateReply reply, int limit)
    {
        var findings = reply.Findings.ToList();
        reply.Findings.Clear();
        long size = reply.CalculateSize();
        foreach (var finding in findings)
        {
            var one = new ValidateReply { Findings = { finding } }.CalculateSize();
            if (size + one > limit)
            {
                return;
            }

            size += one;
            reply.Findings.Add(finding);
        }
    }
}
