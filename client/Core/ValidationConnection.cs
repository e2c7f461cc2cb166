using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
    private const int LargestReply = 64 << 20;

    private readonly ConnectionOptions _options;
    private readonly GrpcChannel _channel;
    private readonly Validator.ValidatorClient _client;

    /// <summary>Does not connect yet.</summary>
    public ValidationConnection(ServerAddress address, ConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        _options = options ?? new ConnectionOptions();
        _channel = GrpcChannel.ForAddress(
            address.Uri,
            new GrpcChannelOptions { HttpHandler = Transport(address), DisposeHttpClient = true, MaxReceiveMessageSize = LargestReply });
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
            await _client.ValidateAsync(new ValidateRequest(), deadline: Deadline(timeout), cancellationToken: cancellationToken);
            return true;
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return e.StatusCode == StatusCode.ResourceExhausted;
        }
    }

    /// <summary>Checks one draft.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CheckOutcome> CheckAsync(Draft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await CheckAsync(draft, shared: null, cancellationToken);
    }

    /// <summary>Checks many drafts, a few at a time, the small ones over one call. A bad draft spoils only its own outcome.</summary>
    /// <param name="drafts">The drafts. They are read one after another, as their turn comes.</param>
    /// <param name="cancellationToken">Stops the checks that are under way.</param>
    /// <returns>One outcome for each draft, as soon as it is known; use <see cref="CheckOutcome.Draft"/> to tell them apart.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<CheckOutcome> CheckAllAsync(
        IReadOnlyCollection<Draft> drafts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = Channel.CreateUnbounded<CheckOutcome>();
        var checking = CheckAllAsync(drafts, outcomes.Writer, stop.Token);
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

    /// <summary>Ends the connection; checks that are under way end as failures.</summary>
    public void Dispose() => _channel.Dispose();

    private async Task CheckAllAsync(
        IReadOnlyCollection<Draft> drafts, ChannelWriter<CheckOutcome> outcomes, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = OpenStream(drafts.Count, cancellationToken);
            await Parallel.ForEachAsync(
                drafts,
                new ParallelOptions { MaxDegreeOfParallelism = _options.InFlight, CancellationToken = cancellationToken },
                async (draft, token) => outcomes.TryWrite(await CheckAsync(draft, stream, token)));
            outcomes.Complete();
        }
        catch (Exception e)
        {
            outcomes.Complete(e);
        }
    }

    private async Task<CheckOutcome> CheckAsync(Draft draft, DraftStream? shared, CancellationToken cancellationToken)
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
            return CheckOutcome.Failed(draft, Failures.From(e.Status, Address, _options.Timeout));
        }
        catch (TimeoutException)
        {
            return CheckOutcome.Failed(draft, Failures.TimedOut(_options.Timeout));
        }
    }

    /// <summary>A large draft has a call of its own: a server bounds what one call may hold, and the others must not suffer.</summary>
    private async Task<ValidateReply> SendAsync(
        string name, ReadOnlyMemory<byte> content, DraftStream? shared, CancellationToken cancellationToken)
    {
        if (content.Length > LargestMessage)
        {
            await using var own = OpenStream(1, cancellationToken);
            return await own.CheckAsync(name, content, cancellationToken);
        }

        return shared is null
            ? await SendWholeAsync(name, content, cancellationToken)
            : await shared.CheckAsync(name, content, cancellationToken);
    }

    private async Task<ValidateReply> SendWholeAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var request = new ValidateRequest
        {
            FileName = name, Content = UnsafeByteOperations.UnsafeWrap(content), OmitReport = _options.OmitReport,
        };
        return await _client.ValidateAsync(request, deadline: Deadline(_options.Timeout), cancellationToken: cancellationToken);
    }

    /// <summary>The call may last as long as all its drafts may, one after another; each of them has its own time-out.</summary>
    private DraftStream OpenStream(int drafts, CancellationToken cancellationToken)
    {
        var deadline = Deadline(_options.Timeout * Math.Max(1, drafts));
        return new DraftStream(_client.ValidateStream(deadline: deadline, cancellationToken: cancellationToken), _options);
    }

    private DateTime Deadline(TimeSpan timeout) => _options.Time.GetUtcNow().UtcDateTime + timeout;

    private static SocketsHttpHandler Transport(ServerAddress address) => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        EnableMultipleHttp2Connections = true,
        // A proxy for the internet never knows the way to this machine.
        UseProxy = !address.IsLocal,
    };
}
