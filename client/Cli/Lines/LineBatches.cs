using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Validation.Cli.Lines;

/// <summary>Groups lines into batches: one batch holds the lines that have arrived, without waiting for more.</summary>
/// <param name="lines">The lines.</param>
internal sealed class LineBatches(InputLines lines)
{
    private const int MostLines = 200;
    private const int MostCharacters = 300_000;
    private const int MostWaiting = 1000;

    /// <summary>The batches; none is empty.</summary>
    public async IAsyncEnumerable<IReadOnlyList<InputLine>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = Channel.CreateBounded<InputLine>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(waiting.Writer, stop.Token);
        try
        {
            while (await waiting.Reader.WaitToReadAsync(cancellationToken))
            {
                yield return Take(waiting.Reader);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(ChannelWriter<InputLine> waiting, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in lines.ReadAsync(cancellationToken))
            {
                await waiting.WriteAsync(line, cancellationToken);
            }

            waiting.Complete();
        }
        catch (Exception e)
        {
            waiting.Complete(e);
        }
    }

    private static List<InputLine> Take(ChannelReader<InputLine> waiting)
    {
        var batch = new List<InputLine>();
        for (var room = MostCharacters; batch.Count < MostLines && room > 0 && waiting.TryRead(out var line); room -= line.Text.Length)
        {
            batch.Add(line);
        }

        return batch;
    }
}
