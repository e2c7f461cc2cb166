using System.Diagnostics.CodeAnalysis;
using Validation.Server.Admission;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>One check, on a thread of its own. It keeps its place and the draft's memory until the thread is done with them, also when
/// nobody waits for the answer any more.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no parents: it holds nothing. Stop may come late.")]
internal sealed class CheckJob(IDocumentCheck check, SubmittedDraft draft, CheckPlace place, ILogger log)
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Starts the check in its place of the queue.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>The reply, in which a fault of the engine is READER_FAILED.</returns>
    public Task<ValidateReply> Start(TimeProvider time)
    {
        return Worker.RunAsync(Run, place, time);
    }

    /// <summary>Asks the thread to stop. It keeps its place until it has stopped.</summary>
    public void Stop()
    {
        _stop.Cancel();
    }

    private ValidateReply Run()
    {
        try
        {
            var reply = check.Validate(draft, _stop.Token);
            if (draft.Copy is { } wanted)
            {
                wanted.Copy = check.Annotate(draft.Content, reply, _stop.Token);
            }

            return reply;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            CheckLog.CheckFailed(log, FaultText.Of(fault));
            return check.NotDecided(Reason.ReaderFailed);
        }
        finally
        {
            draft.Dispose();
            place.Dispose();
        }
    }
}
