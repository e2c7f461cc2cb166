using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Formats.Tests.Damage;

/// <summary>Says what is wrong with the answer to a damaged file.</summary>
/// <param name="whole">The answer to the file before it was damaged.</param>
public sealed class Judge(ValidateReply whole)
{
    /// <summary>
    /// What is wrong; null: nothing. An accepted file must have lost no cell; in a format without checksums a changed byte may be another
    /// digit, which nobody can tell from one that was typed.
    /// </summary>
    /// <param name="reply">The answer.</param>
    /// <param name="hasChecksums">The format's checksums reveal every change of its text.</param>
    public string? Fault(ValidateReply reply, bool hasChecksums)
    {
        if (reply.Reason == Reason.ReaderFailed)
        {
            return "the reader failed";
        }

        if (reply.Verdict != Verdict.Accept)
        {
            return reply.Verdict == Verdict.NotDecided && reply.ReasonText.Length == 0 ? "not decided, and no word why" : null;
        }

        var changed = ReportTemplate.Cells.Values.Where(cell => Text(cell.Of(reply.Report)) != Text(cell.Of(whole.Report))).ToList();
        var lost = changed.Where(cell => cell.Of(reply.Report).State is State.Missing).ToList();
        return lost.Count > 0 ? $"accepted without {lost[0].Path}"
            : changed.Count > 0 && hasChecksums ? $"accepted with another {changed[0].Path}"
            : changed.Count > 1 ? $"accepted with {changed.Count} other cells, such as {changed[0].Path}"
            : null;
    }

    private static string Text(Cell cell) => cell.State == State.Number ? $"{cell.Value}" : $"{cell.State}";
}
