using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.Client.Internal;
using Validation.V1;

namespace Validation.Client;

/// <summary>
/// The way to one server. Thread-safe. It connects at the first check and again whenever the connection is lost. What goes wrong with a
/// draft or the server is an outcome, never an exception.
/// </summary>
public sealed class ValidationConnection : IDisposable
{
    // Leaves room for the rest of the message below the server's limit of 4 MiB.
    private const int LargestMessage = 3 << 20;
    private const int MostHeldBack = 60;

    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(5);

    // Of several servers one may have gone a moment ago, and the next one be there.
    private static readonly TimeSpan[] PausesOfSeveral = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    private readonly ConnectionOptions _options;
    private readonly KeyHeader _key;
    private readonly GrpcChannel _channel;
    private readonly Validator.ValidatorClient _client;

    /// <summary>Does not connect yet.</summary>
    public ValidationConnection(ServerAddress address, ConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        _options = options ?? new ConnectionOptions();
        _key = new KeyHeader(_options.Key, address);
        _channel = ServerChannel.To(address, _options.Trust);
        _client = new Validator.ValidatorClient(_channel);
    }

    /// <summary>The server that is asked.</summary>
    public ServerAddress Address { get; }

    /// <summary>Whether a validation server answers there now.</summary>
    /// <param name="timeout">How long it may take to answer.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<bool> AnswersAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await _client.ValidateAsync(new ValidateRequest(), Call(timeout, cancellationToken));
            return true;
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return e.StatusCode is StatusCode.ResourceExhausted or StatusCode.Unauthenticated or StatusCode.PermissionDenied
                || (e.StatusCode == StatusCode.Unavailable && Failures.SaysWhy(e.Status));
        }
    }

    /// <summary>Checks one draft.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CheckOutcome> CheckAsync(Draft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await CheckAsync(draft, shared: null, cancellationToken);
    }

    /// <summary>Checks many drafts, a few at a time, the small ones over one call. A bad draft spoils only its own outcome. A server that
    /// is lost on the way is waited for, a few seconds; drafts that it then leaves unanswered are failures.</summary>
    /// <param name="drafts">The drafts. They are read one after another, as their turn comes.</param>
    /// <param name="cancellationToken">Stops the checks that are under way.</param>
    /// <returns>One outcome for each draft, as soon as it is known; use <see cref="CheckOutcome.Draft"/> to tell them apart. Who takes them
    /// slowly slows the checks down: they do not pile up.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<CheckOutcome> CheckAllAsync(
        IReadOnlyList<Draft> drafts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        await foreach (var (_, outcome) in Batch(drafts).RunAsync(drafts, room: null, cancellationToken))
        {
            yield return outcome;
        }
    }

    /// <summary>The same as <see cref="CheckAllAsync"/>, but in the order given. A slow draft holds back at most some dozens of outcomes:
    /// until it is answered, no more are asked for.</summary>
    /// <inheritdoc cref="CheckAllAsync"/>
    public async IAsyncEnumerable<CheckOutcome> CheckInOrderAsync(
        IReadOnlyList<Draft> drafts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        using var room = new SemaphoreSlim(MostHeldBack + _options.InFlight);
        var early = new Dictionary<int, CheckOutcome>();
        var next = 0;
        await foreach (var (index, outcome) in Batch(drafts).RunAsync(drafts, room, cancellationToken))
        {
            early.Add(index, outcome);
            for (; early.Remove(next, out var due); next++)
            {
                yield return due;
                room.Release();
            }
        }
    }

    /// <summary>Reads the counts of sentences that stand alone.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="year">The year reported on; 0: each sentence's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ClaimsOutcome> ReadClaimsAsync(IReadOnlyList<string> sentences, int year, CancellationToken cancellationToken)
    {
        var request = new ReadClaimsRequest { Sentences = { sentences }, Year = year };
        try
        {
            var reply = await _client.ReadClaimsAsync(request, Call(_options.Timeout, cancellationToken));
            return new ClaimsOutcome(reply, null);
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new ClaimsOutcome(null, e.StatusCode == StatusCode.Unimplemented
                ? new CheckFailure(FailureKind.WrongServer, Texts.ReadsNoClaims)
                : Failure(e));
        }
    }

    /// <summary>Ends the connection; checks that are under way end as failures.</summary>
    public void Dispose() => _channel.Dispose();

    private DraftBatch Batch(IReadOnlyList<Draft> drafts) => new(
        _options,
        cancellationToken => new DraftLine(() => OpenStream(drafts.Count, cancellationToken), AnswersSoonAsync, HasSeveral, _options.Time),
        CheckAsync);

    private bool HasSeveral => Address.Uris.Count > 1;

    private Task<bool> AnswersSoonAsync(CancellationToken cancellationToken) => AnswersAsync(ProbeTime, cancellationToken);

    private async Task<CheckOutcome> CheckAsync(Draft draft, DraftLine? shared, CancellationToken cancellationToken)
    {
        var content = await draft.ReadAsync(cancellationToken);
        if (content.Failure is { } unread)
        {
            return CheckOutcome.Failed(draft, unread);
        }

        try
        {
            return CheckOutcome.Answered(draft, await SendAsync(draft.Name, content.Bytes, shared, cancellationToken));
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CheckOutcome.Failed(draft, Failure(e));
        }
        catch (TimeoutException)
        {
            return CheckOutcome.Failed(draft, Failures.TimedOut(_options.Timeout));
        }
    }

    /// <summary>A large draft has a call of its own: a server bounds what one call may hold, and the others must not suffer.</summary>
    private async Task<ValidateReply> SendAsync(
        string name, ReadOnlyMemory<byte> content, DraftLine? shared, CancellationToken cancellationToken)
    {
        if (content.Length > LargestMessage)
        {
            await using var own = new DraftLine(() => OpenStream(1, cancellationToken), AnswersSoonAsync, HasSeveral, _options.Time);
            return await own.CheckAsync(name, content, cancellationToken);
        }

        try
        {
            return shared is null
                ? await SendWholeAsync(name, content, cancellationToken)
                : await shared.CheckAsync(name, content, cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.PermissionDenied && shared is not null)
        {
            // The key is good for one draft in a call.
            return await SendWholeAsync(name, content, cancellationToken);
        }
    }

    /// <summary>A server that has too much to do is asked again: <see cref="CallPolicy"/>.</summary>
    private async Task<ValidateReply> SendWholeAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var request = DraftRequest.Of(name, _options);
        request.Content = UnsafeByteOperations.UnsafeWrap(content);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await _client.ValidateAsync(request, Call(_options.Timeout, cancellationToken));
            }
            catch (RpcException e)
                when (e.StatusCode == StatusCode.Unavailable && HasSeveral && attempt < PausesOfSeveral.Length)
            {
                await Task.Delay(PausesOfSeveral[attempt], _options.Time, cancellationToken);
            }
        }
    }

    /// <summary>The call may last as long as all its drafts may, one after another; each of them has its own time-out.</summary>
    private DraftStream OpenStream(int drafts, CancellationToken cancellationToken)
    {
        var call = Call(_options.Timeout * Math.Max(1, drafts), cancellationToken);
        return new DraftStream(_client.ValidateStream(call), _options);
    }

    /// <summary>A key that was not sent, since others could read it, is the reason why the server asks for one.</summary>
    private CheckFailure Failure(RpcException e) => e.StatusCode == StatusCode.Unauthenticated && _key.Refusal is { } unsent
        ? new CheckFailure(FailureKind.KeyRefused, unsent)
        : Failures.From(e.Status, Address, _options.Timeout);

    private CallOptions Call(TimeSpan timeout, CancellationToken cancellationToken) =>
        new(_key.Metadata(), _options.Time.GetUtcNow().UtcDateTime + timeout, cancellationToken);
}
