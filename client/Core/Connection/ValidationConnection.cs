using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>The connection to a server, or to one of several. Thread-safe. It connects at the first check and again whenever the
/// connection is lost. Failures are outcomes, never exceptions.</summary>
public sealed class ValidationConnection : IDisposable
{
    // Leaves room for the rest of the message below the server's limit of 4 MiB.
    private const int LargestMessage = 3 << 20;
    private const int MostHeldBack = 60;

    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(5);

    // One of several servers may be gone for a moment while the next one answers.
    private static readonly TimeSpan[] PausesOfSeveral = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    private readonly ConnectionOptions _options;
    private readonly KeyHeader _key;
    private readonly AddressProbe _probe;
    private readonly GrpcChannel _channel;
    private readonly Validator.ValidatorClient _client;

    /// <summary>Makes a connection that is not open yet.</summary>
    public ValidationConnection(ServerAddress address, ConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        _options = options ?? new ConnectionOptions();
        _key = new KeyHeader(_options.Key, address);
        _probe = new AddressProbe(address, _options);
        _channel = ServerChannel.To(address, _options.Trust);
        _client = new Validator.ValidatorClient(_channel);
    }

    /// <summary>The server that is asked.</summary>
    public ServerAddress Address { get; }

    /// <summary>Asks whether a validation server answers at the address now.</summary>
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

    /// <summary>Has the server check one draft; failures are outcomes, never exceptions.</summary>
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
                ? new CheckFailure(FailureKind.WrongServer, ConnectionTexts.ReadsNoClaims)
                : await FailureAsync(e));
        }
    }

    /// <summary>Has the server check one docx and write a copy with comments; failures are outcomes, never exceptions.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<AnnotationOutcome> AnnotateAsync(Draft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var content = await draft.ReadAsync(cancellationToken);
        if (content.Failure is { } unread)
        {
            return AnnotationOutcome.Failed(unread);
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var call = _client.Annotate(Call(_options.Timeout, cancellationToken));
                var outcome = await AnnotationCall.RunAsync(call, draft.Name, content.Bytes, cancellationToken);
                return outcome with { Draft = content.Bytes };
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && HasSeveral && attempt < PausesOfSeveral.Length)
            {
                await Task.Delay(PausesOfSeveral[attempt], _options.Time, cancellationToken);
            }
            catch (RpcException e)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return AnnotationOutcome.Failed(e.StatusCode == StatusCode.Unimplemented
                    ? new CheckFailure(FailureKind.WrongServer, ConnectionTexts.WritesNoComments)
                    : await FailureAsync(e));
            }
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

        var prior = draft.Prior is null ? null : await ReadPriorAsync(draft.Prior, cancellationToken);
        if (prior is { Failure: { } priorUnread } && !draft.IsPriorOptional)
        {
            return CheckOutcome.Failed(draft, priorUnread with { Message = ConnectionTexts.OfPrior(priorUnread.Message) });
        }

        try
        {
            var sent = new SentDraft(draft.Name, content.Bytes) { Prior = prior?.Draft, Previous = draft.Previous };
            return CheckOutcome.Answered(draft, await SendAsync(sent, shared, cancellationToken));
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CheckOutcome.Failed(draft, await FailureAsync(e));
        }
        catch (TimeoutException)
        {
            return CheckOutcome.Failed(draft, Failures.TimedOut(_options.Timeout));
        }
    }

    private static async Task<(SentDraft? Draft, CheckFailure? Failure)?> ReadPriorAsync(Draft prior, CancellationToken cancellationToken)
    {
        var content = await prior.ReadAsync(cancellationToken);
        return content.Failure is { } unread ? (null, unread) : (new SentDraft(prior.Name, content.Bytes), null);
    }

    /// <summary>Sends a large draft in a call of its own: a server bounds what one call may hold, and the other drafts must not wait for
    /// it. So goes a single draft with last year's report, whose name only a draft of its own has.</summary>
    private async Task<ValidateReply> SendAsync(SentDraft draft, DraftLine? shared, CancellationToken cancellationToken)
    {
        if (draft.Length > LargestMessage)
        {
            return await SendAloneAsync(draft, cancellationToken);
        }

        try
        {
            return shared is not null ? await shared.CheckAsync(draft, cancellationToken)
                : draft.Prior is not null ? await SendAloneAsync(draft, cancellationToken)
                : await SendWholeAsync(draft, cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.PermissionDenied && (shared is not null || draft.Prior is not null))
        {
            // With this key a call may hold one draft only.
            return await SendWholeAsync(draft, cancellationToken);
        }
    }

    private async Task<ValidateReply> SendAloneAsync(SentDraft draft, CancellationToken cancellationToken)
    {
        await using var own = new DraftLine(() => OpenStream(1, cancellationToken), AnswersSoonAsync, HasSeveral, _options.Time);
        return await own.CheckAsync(draft, cancellationToken);
    }

    /// <summary>Sends a draft in one message. A server that is busy is asked again: <see cref="CallPolicy"/>.</summary>
    private async Task<ValidateReply> SendWholeAsync(SentDraft draft, CancellationToken cancellationToken)
    {
        var request = DraftRequest.Of(draft, _options);
        request.Content = UnsafeByteOperations.UnsafeWrap(draft.Content);
        if (draft.Prior is { } prior)
        {
            request.PriorContent = UnsafeByteOperations.UnsafeWrap(prior.Content);
            request.PriorFileName = prior.Name;
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await _client.ValidateAsync(request, Call(_options.Timeout, cancellationToken));
            }
            catch (RpcException e)
                when ((e.StatusCode == StatusCode.Unavailable || Failures.WasLost(e.Status)) && HasSeveral
                    && attempt < PausesOfSeveral.Length)
            {
                await Task.Delay(PausesOfSeveral[attempt], _options.Time, cancellationToken);
            }
        }
    }

    /// <summary>Opens a call for many drafts. It may last as long as all of them may, one after another; each draft has a time-out of its
    /// own.</summary>
    private DraftStream OpenStream(int drafts, CancellationToken cancellationToken)
    {
        var call = Call(_options.Timeout * Math.Max(1, drafts), cancellationToken);
        return new DraftStream(_client.ValidateStream(call), _options);
    }

    /// <summary>The failure for an error. Where a key was not sent, because others could read it, that is why the server asks for
    /// one.</summary>
    private async Task<CheckFailure> FailureAsync(RpcException e) =>
        e.StatusCode == StatusCode.Unauthenticated && _key.Refusal is { } unsent
            ? new CheckFailure(FailureKind.KeyRefused, unsent)
            : await Failures.FromAsync(e.Status, Address, _options.Timeout, _probe);

    private CallOptions Call(TimeSpan timeout, CancellationToken cancellationToken) =>
        new(_key.Metadata(), _options.Time.GetUtcNow().UtcDateTime + timeout, cancellationToken);
}
