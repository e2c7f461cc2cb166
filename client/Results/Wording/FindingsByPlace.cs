using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Client.Wording;

/// <summary>Findings by their places alone, for who goes through a draft from top to bottom. Servers send errors first.</summary>
public static class FindingsByPlace
{
    /// <summary>The outcome with its findings in the order of the document, those without a place last; those of one place stay as they
    /// are. The reply given is not changed.</summary>
    public static CheckOutcome Of(CheckOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.Reply is not { Findings.Count: > 1 })
        {
            return outcome;
        }

        var reply = outcome.Reply.Clone();
        reply.Findings.Clear();
        reply.Findings.AddRange(outcome.Reply.Findings.OrderBy(Place));
        return CheckOutcome.Answered(outcome.Draft, reply);
    }

    // Columns tell places of one line, paragraph or cell apart.
    private static (bool IsAbsent, int Ordinal, int Line, int Column) Place(Finding finding) => finding.Location is { } place
        ? (false, place.Ordinal, place.Line, place.Column)
        : (true, 0, 0, 0);
}
