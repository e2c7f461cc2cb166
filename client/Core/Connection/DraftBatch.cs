using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Validation.Client.Drafts;

namespace Validation.Client.Connection;

/// <summary>Checks many drafts, a few at a time.</summary>
/// <param name="options">How many.</param>
/// <param name="open">Opens the way that they share.</param>
/// <param name="check">Checks one of them.</param>
internal sealed class DraftBatch(
    ConnectionOptions options,
    Func<CancellationToken, DraftLine> open,
    Func<Draft, DraftLine?, CancellationToken, Task<CheckOutcome>> check)
{
    /// <summary>Checks the drafts, several at a time.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="room">Each draft takes a place when it is begun, which the caller gives back; null: places are not counted.</param>
    /// <param name="cancellationToken">Stops the checks that are under way.</param>
    /// <returns>The outcomes, each with the index of its draft, as soon as they are known.</returns>
    public async IAsyncEnumerable<(int Index, CheckOutcome Outcome)> RunAsync(
        IReadOnlyList<Draft> drafts, SemaphoreSlim? room, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = Channel.CreateBounded<(int, CheckOutcome)>(options.InFlight);
        var checking = CheckAsync(drafts, room, outcomes.Writer, stop.Token);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await checking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CheckAsync(
        IReadOnlyList<Draft> drafts, SemaphoreSlim? room, ChannelWriter<(int Index, CheckOutcome Outcome)> outcomes,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var line = open(cancellationToken);
            await Parallel.ForEachAsync(
                InTurnAsync(drafts.Count, room, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = options.InFlight, CancellationToken = cancellationToken },
                async (index, token) => await outcomes.WriteAsync((index, await check(drafts[index], line, token)), token));
            outcomes.Complete();
        }
        catch (Exception e)
        {
            outcomes.Complete(e);
        }
    }

    private static async IAsyncEnumerable<int> InTurnAsync(
        int count, SemaphoreSlim? room, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var index = 0; index < count; index++)
        {
            if (room is not null)
            {
                await room.WaitAsync(cancellationToken);
            }

            yield return index;
        }
    }
}
