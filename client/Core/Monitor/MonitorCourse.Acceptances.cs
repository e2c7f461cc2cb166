using Google.Protobuf.WellKnownTypes;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>The part about findings that the clerk accepts: the numbers are right all the same.</summary>
internal sealed partial class MonitorCourse
{
    // The longest that a server takes, less a day for clocks that differ: until then the acceptance ends when the values change.
    private const int YearsAccepted = 3;

    /// <summary>Asks what is found in a draft as it stands on the disk now. Nothing of it is told or kept.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="asker">Gets the findings, or the reason why they are not known.</param>
    public void FindFindings(string path, TaskCompletionSource<DraftFindings> asker)
    {
        if (_link is not { } link)
        {
            asker.TrySetResult(new DraftFindings(path, _serverProblem ?? MonitorTexts.OfflineTitle));
            return;
        }

        _ = Task.Run(async () => asker.TrySetResult(await GuardAsync(
            () => FindingsAsync(path, link.Connection), problem => new DraftFindings(path, problem))));
    }

    /// <summary>Accepts a finding, and has the draft checked again without a notification.</summary>
    /// <param name="draft">What was found in the draft.</param>
    /// <param name="finding">One of its findings.</param>
    /// <param name="words">Why the numbers are right, and who says so.</param>
    /// <param name="asker">Gets what became of it.</param>
    public void Acknowledge(
        DraftFindings draft, Finding finding, (string Reason, string Author) words, TaskCompletionSource<AcknowledgeOutcome> asker)
    {
        if (_link is not { } link)
        {
            asker.TrySetResult(new AcknowledgeOutcome(null, _serverProblem ?? MonitorTexts.OfflineTitle));
            return;
        }

        var request = new AcceptRequest
        {
            Organization = draft.Organization, Year = draft.Year, Finding = finding, Reason = words.Reason, Author = words.Author,
            ExpiresAt = Timestamp.FromDateTimeOffset(_time.GetUtcNow().AddYears(YearsAccepted).AddDays(-1)),
        };
        _ = Task.Run(async () =>
        {
            var outcome = await GuardAsync(
                () => AcceptAsync(link, request), problem => new AcknowledgeOutcome(null, problem));
            if (outcome.Accepted is not null)
            {
                _post(() => Add(new PendingCheck(draft.FilePath, CheckCause.Acknowledged)));
            }

            asker.TrySetResult(outcome);
        });
    }

    private async Task<DraftFindings> FindingsAsync(string path, ValidationConnection connection)
    {
        var outcome = await connection.CheckAsync(Draft.FromFile(path).ComparedWithNeighbour(path), _stop.Token);
        if (outcome.Reply is not { } reply)
        {
            return new DraftFindings(path, outcome.Failure!.Message);
        }

        return reply.Report is not { Organization.Length: > 0, Year: > 0 } report
            ? new DraftFindings(path, reply.ReasonText.Length > 0 ? reply.ReasonText : MonitorTexts.NoReport)
            : new DraftFindings(path, null)
            {
                Organization = report.Organization,
                Year = report.Year,
                Findings = [.. reply.Findings.Where(finding => finding.Accepted is null)],
            };
    }

    private async Task<AcknowledgeOutcome> AcceptAsync(ServerLink link, AcceptRequest request)
    {
        var outcome = await link.Records.AcceptAsync(request, _stop.Token);
        return outcome.TryGet(out var reply, out var failure)
            ? new AcknowledgeOutcome(reply.Acceptance, null)
            : new AcknowledgeOutcome(null, failure.Message);
    }

    /// <summary>A fault of this program, or its end, spoils one wish and not the watching.</summary>
    private static async Task<T> GuardAsync<T>(Func<Task<T>> work, Func<string, T> failed)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The monitor ends, or goes on with another server.
            return failed(WordingTexts.NotChecked);
        }
        catch (Exception)
        {
            return failed(MonitorTexts.OwnFault);
        }
    }
}
