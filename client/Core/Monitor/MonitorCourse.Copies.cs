using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;

namespace Validation.Client.Monitor;

/// <summary>Copies of drafts with comments, which somebody asks for.</summary>
internal sealed partial class MonitorCourse
{
    /// <summary>Has a copy made of a draft as it stands on the disk now.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="asker">Gets the copy, or the reason why there is none.</param>
    public void Annotate(string path, TaskCompletionSource<DraftCopy> asker)
    {
        if (_link is not { } link)
        {
            asker.TrySetResult(new DraftCopy(null, _serverProblem ?? MonitorTexts.OfflineTitle));
            return;
        }

        _ = Task.Run(async () => asker.TrySetResult(await AnnotateAsync(path, link.Connection)));
    }

    private async Task<DraftCopy> AnnotateAsync(string path, ValidationConnection connection)
    {
        try
        {
            var outcome = await connection.AnnotateAsync(Draft.FromFile(path), _stop.Token);
            if (outcome.Failure is { } failure)
            {
                return new DraftCopy(null, failure.Message);
            }

            return outcome.Copy.IsEmpty
                ? new DraftCopy(null, outcome.Reply!.ReasonText)
                : _reports.TryWriteCopy(path, outcome.Copy.Span) is { } file
                    ? new DraftCopy(file, null)
                    : new DraftCopy(null, MonitorTexts.CopyNotWritten);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The monitor ends, or goes on with another server.
            return new DraftCopy(null, WordingTexts.NotChecked);
        }
        catch (Exception)
        {
            // A fault of this program spoils one copy, not the watching.
            return new DraftCopy(null, MonitorTexts.OwnFault);
        }
    }
}
