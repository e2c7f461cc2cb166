using System.Collections.Concurrent;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>Clients that check the same report all the time, one by one and in batches, and what they were told.</summary>
internal sealed class SteadyLoad : IDisposable
{
    private const int Single = 4;
    private const int BatchSize = 8;

    private readonly ValidationConnection _connection;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ValidateReply, int> _replies = new();
    private readonly Task _running;
    private int _answered;

    public SteadyLoad(ServerAddress address, ServerTrust trust)
    {
        _connection = new ValidationConnection(address, new ConnectionOptions { Trust = trust });
        _running = Task.WhenAll([.. Enumerable.Range(0, Single).Select(_ => CheckAsync()), CheckBatchesAsync()]);
    }

    /// <summary>Drafts that were answered.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>What went wrong.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    /// <summary>The different replies so far, without what differs from call to call.</summary>
    public IReadOnlyList<ValidateReply> Replies => [.. _replies.Keys];

    /// <summary>Waits until some more drafts were answered that were sent after this call.</summary>
    public Task MoreAsync(int drafts = 40)
    {
        var enough = Answered + Single + BatchSize + drafts;
        return Administrator.UntilAsync(() => Task.FromResult(Answered >= enough || _running.IsCompleted)).InTime();
    }

    /// <summary>Ends the load, with the answers to all that was sent.</summary>
    public async Task EndAsync()
    {
        await _stop.CancelAsync();
        await _running.InTime();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _connection.Dispose();
    }

    private static Draft Report()
    {
        return Draft.FromFile(Repository.PathOf("tests", "samples", "jiyuan-2024.txt"));
    }

    private async Task CheckAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Note("alone", await _connection.CheckAsync(Report(), CancellationToken.None));
        }
    }

    private async Task CheckBatchesAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var answers = 0;
            await foreach (var outcome in _connection.CheckAllAsync([.. Enumerable.Repeat(Report(), BatchSize)], CancellationToken.None))
            {
                answers++;
                Note("in a batch", outcome);
            }

            // Each draft once: none is lost, none doubled.
            answers.ShouldBe(BatchSize);
        }
    }

    private void Note(string how, CheckOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            Failures.Enqueue($"{how}: {failure.Message}");
            return;
        }

        var reply = outcome.Reply!.Clone();
        reply.Id = "";
        reply.Provenance.Duration = null;
        _replies.AddOrUpdate(reply, 1, (_, count) => count + 1);
        Interlocked.Increment(ref _answered);
    }
}
