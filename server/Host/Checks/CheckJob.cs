using System.Diagnostics.CodeAnalysis;
using Validation.Server.Admission;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>One check, on a thread of its own. It keeps its place and the draft's memory until the thread is done with them, also when
/// nobody waits for the answer any more.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no parents: it holds nothing. Stop may come late.")]
internal sealed class CheckJob(IDocumentCheck check, Draft draft, CheckPlace place, ILogger log)
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Begins the check.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>The reply, in which a fault of the engine is READER_FAILED.</returns>
    public Task<ValidateReply> Start(TimeProvider time)
    {
        return Worker.RunAsync(Run, place, time);
    }

    /// <summary>Asks the thread to stop.</summary>
    public void Stop()
    {
        _stop.Cancel();
    }

    private ValidateReply Run()
    {
        try
        {
            return check.Validate(draft.Content, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            ServerLog.CheckFailed(log, Fault.Describe(fault));
            return check.Refuse(Reason.ReaderFailed);
        }
        finally
        {
            draft.Dispose();
            place.Dispose();
        }
    }
}
