using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>
/// The way to the rules of one server. Thread-safe. It connects at the first call and again whenever the connection is lost. What goes
/// wrong is an outcome, never an exception; only a cancelled token throws.
/// </summary>
public sealed class RuleConnection : IDisposable
{
    private readonly ConnectionOptions _options;
    private readonly KeyHeader _key;
    private readonly AddressProbe _probe;
    private readonly string? _givenKey;
    private readonly GrpcChannel _channel;
    private readonly RuleAdmin.RuleAdminClient _client;
    private readonly Operations.OperationsClient _operations;

    /// <summary>Does not connect yet.</summary>
    /// <param name="address">The server.</param>
    /// <param name="key">The key as somebody wrote it; null or empty: that of the options. It is sent only where nobody else can read it:
    /// encrypted, or to this machine.</param>
    /// <param name="options">Time-out, clock and key; null: the defaults.</param>
    public RuleConnection(ServerAddress address, string? key = null, ConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        _options = options ?? new ConnectionOptions();
        _key = string.IsNullOrWhiteSpace(key) ? new KeyHeader(_options.Key, address) : KeyHeader.Of(key, address);
        _givenKey = key;
        _probe = new AddressProbe(address, _options);
        _channel = ServerChannel.To(address, _options.Trust);
        _client = new RuleAdmin.RuleAdminClient(_channel);
        Keys = new KeyConnection(this, _channel);
        Records = new RecordConnection(this, _channel);
        Archive = new ArchiveConnection(this, _channel);
        _operations = new Operations.OperationsClient(_channel);
    }

    /// <summary>The server that is asked.</summary>
    public ServerAddress Address { get; }

    /// <summary>Looks what speaks at the address.</summary>
    internal AddressProbe Probe => _probe;

    /// <summary>The keys of the server.</summary>
    public KeyConnection Keys { get; }

    /// <summary>The list of bodies and the accepted findings of the server.</summary>
    public RecordConnection Records { get; }

    /// <summary>The final reports that the server has on file.</summary>
    public ArchiveConnection Archive { get; }

    /// <summary>A way to have drafts checked by the same server, with the same key. Whoever asks disposes of it.</summary>
    public ValidationConnection Checks()
    {
        var key = ServerKey.TryRead(_givenKey ?? string.Empty, out var given, out _) ? given : _options.Key;
        return new ValidationConnection(Address, _options with { OmitReport = false, Key = key });
    }

    /// <summary>The way to each of several servers for itself, in their order. Whoever asks disposes of them.</summary>
    public IReadOnlyList<RuleConnection> Each() => [.. Address.Each().Select(one => new RuleConnection(one, _givenKey, _options))];

    /// <summary>A rule set, whole.</summary>
    /// <param name="version">Its version; empty: the one in force.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RuleOutcome<RuleSetContent>> GetRuleSetAsync(string version, CancellationToken cancellationToken) =>
        CallAsync(call => _client.GetRuleSetAsync(new GetRuleSetRequest { Version = version }, call), cancellationToken);

    /// <summary>Has the server compile a candidate, and gives its problems.</summary>
    public Task<RuleOutcome<LintReply>> LintAsync(RuleOverlay candidate, CancellationToken cancellationToken) =>
        CallAsync(call => _client.LintAsync(new LintRequest { Candidate = candidate }, call), cancellationToken);

    /// <summary>Compiles a candidate and runs the rules' own tests.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="all">True: the national rules' tests too.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RuleOutcome<TestReply>> TestAsync(RuleOverlay candidate, bool all, CancellationToken cancellationToken) =>
        CallAsync(call => _client.TestAsync(new TestRequest { Candidate = candidate, IncludeNational = all }, call), cancellationToken);

    /// <summary>What differs between two rule sets.</summary>
    public Task<RuleOutcome<DiffReply>> DiffAsync(DiffRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.DiffAsync(request, call), cancellationToken);

    /// <summary>What a candidate would change of the findings on drafts. Only a few drafts are under way at once.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="drafts">The drafts. They are read one after another, as their turn comes.</param>
    /// <param name="cancellationToken">Stops the trial.</param>
    /// <returns>One outcome for each draft, in the order given; an outcome without a draft ends the trial.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IAsyncEnumerable<TrialOutcome> TryAsync(
        RuleOverlay candidate, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var timeout = _options.Timeout * Math.Max(1, drafts.Count);
        var trial = new RuleTrial(
            token => _client.Try(Call(timeout, token)), status => RuleFailures.From(status, Address, timeout), candidate, drafts);
        return trial.RunAsync(cancellationToken);
    }

    /// <summary>Puts a candidate in force. A reply without a publication is a refusal, with its reasons.</summary>
    public Task<RuleOutcome<PublishReply>> PublishAsync(PublishRequest request, CancellationToken cancellationToken) =>
        AdministerAsync(call => _client.PublishAsync(request, call), cancellationToken);

    /// <summary>Puts an earlier version in force again.</summary>
    public Task<RuleOutcome<PublishReply>> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken) =>
        AdministerAsync(call => _client.RollbackAsync(request, call), cancellationToken);

    /// <summary>Who changed what, the newest first.</summary>
    public Task<RuleOutcome<HistoryReply>> HistoryAsync(HistoryRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.HistoryAsync(request, call), cancellationToken);

    /// <summary>What there is to know about a rule in force.</summary>
    public Task<RuleOutcome<ExplainReply>> ExplainAsync(string ruleId, CancellationToken cancellationToken) =>
        CallAsync(call => _client.ExplainAsync(new ExplainRequest { RuleId = ruleId }, call), cancellationToken);

    /// <summary>The values of expressions, in their order.</summary>
    public Task<RuleOutcome<EvaluateReply>> EvaluateAsync(EvaluateRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.EvaluateAsync(request, call), cancellationToken);

    /// <summary>How a draft is read, step by step.</summary>
    public Task<RuleOutcome<InspectReply>> InspectAsync(InspectRequest request, CancellationToken cancellationToken) =>
        AdministerAsync(call => _client.InspectAsync(request, call), cancellationToken);

    /// <summary>How the rules fare on the server.</summary>
    public Task<RuleOutcome<RuleStatus>> GetStatusAsync(CancellationToken cancellationToken) =>
        CallAsync(call => _client.GetStatusAsync(new GetStatusRequest(), call), cancellationToken);

    /// <summary>Which rules fired within so many days, today included.</summary>
    public Task<RuleOutcome<RuleUsage>> GetUsageAsync(int days, CancellationToken cancellationToken) =>
        CallAsync(call => _client.GetUsageAsync(new GetUsageRequest { Days = days }, call), cancellationToken);

    /// <summary>Writes a backup of everything that the servers keep.</summary>
    /// <param name="file">Where it is written: only what was written when there is a reply is a backup.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Task<RuleOutcome<BackupEnd>> BackupAsync(Stream file, CancellationToken cancellationToken) =>
        AdministerAsync(call => WriteAsync(_operations.Backup(new BackupRequest(), call), file, cancellationToken), cancellationToken);

    /// <summary>Fills a server in which nothing was ever published with a backup.</summary>
    /// <exception cref="InvalidDataException">The backup is damaged.</exception>
    /// <exception cref="IOException">The backup cannot be read.</exception>
    public Task<RuleOutcome<RestoreReply>> RestoreAsync(IEnumerable<BackupPart> backup, CancellationToken cancellationToken) =>
        AdministerAsync(call => SendAsync(_operations.Restore(call), backup, cancellationToken), cancellationToken);

    /// <summary>Ends the connection; calls that are under way end as failures.</summary>
    public void Dispose() => _channel.Dispose();

    /// <summary>The stream of versions, until the server or the connection ends it.</summary>
    /// <exception cref="RpcException">The connection was lost or the server refused.</exception>
    internal async IAsyncEnumerable<WatchReply> WatchAsync(
        string knownVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new CallOptions(_key.Metadata(), deadline: null, cancellationToken);
        using var call = _client.Watch(new WatchRequest { KnownVersion = knownVersion }, options);
        while (await call.ResponseStream.MoveNext(cancellationToken))
        {
            yield return call.ResponseStream.Current;
        }
    }

    /// <summary>The messages of a call, which may come for as long as they like; only between two of them the time-out holds. A failure
    /// is the last outcome.</summary>
    internal async IAsyncEnumerable<RuleOutcome<T>> Messages<T>(
        Func<CallOptions, AsyncServerStreamingCall<T>> open, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        if (_key.Refusal is { } refusal)
        {
            yield return new RuleOutcome<T>(new RuleCallFailure(RuleFailureKind.KeyRefused, refusal));
            yield break;
        }

        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = open(new CallOptions(_key.Metadata(), deadline: null, silence.Token));
        while (await NextAsync(call.ResponseStream, silence, cancellationToken) is { } outcome)
        {
            yield return outcome;
            if (outcome.Failure is not null)
            {
                yield break;
            }
        }
    }

    internal Task<RuleCallFailure> FailureAsync(RpcException e) => RuleFailures.FromAsync(e.Status, Address, _options.Timeout, _probe);

    // Null: the call has ended well.
    private async Task<RuleOutcome<T>?> NextAsync<T>(
        IAsyncStreamReader<T> messages, CancellationTokenSource silence, CancellationToken cancellationToken)
        where T : class
    {
        using var timer = _options.Time.CreateTimer(
            static late => ((CancellationTokenSource)late!).Cancel(), silence, _options.Timeout, Timeout.InfiniteTimeSpan);
        try
        {
            return await messages.MoveNext(silence.Token) ? new RuleOutcome<T>(messages.Current) : null;
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new RuleOutcome<T>(e is RpcException known && !silence.IsCancellationRequested
                ? await FailureAsync(known)
                : new RuleCallFailure(RuleFailureKind.TimedOut, ConnectionTexts.Silent(_options.Timeout)));
        }
    }

    private static async Task<BackupEnd> WriteAsync(
        AsyncServerStreamingCall<BackupPart> call, Stream file, CancellationToken cancellationToken)
    {
        using var running = call;
        BackupEnd? end = null;
        while (await running.ResponseStream.MoveNext(cancellationToken))
        {
            running.ResponseStream.Current.WriteDelimitedTo(file);
            end = running.ResponseStream.Current.End;
        }

        return end ?? throw new RpcException(new Status(StatusCode.Internal, "The backup has no end."));
    }

    private static async Task<RestoreReply> SendAsync(
        AsyncClientStreamingCall<BackupPart, RestoreReply> call, IEnumerable<BackupPart> backup, CancellationToken cancellationToken)
    {
        using var running = call;
        try
        {
            foreach (var part in backup)
            {
                await running.RequestStream.WriteAsync(part, cancellationToken);
            }

            await running.RequestStream.CompleteAsync();
        }
        catch (Exception early) when (early is RpcException or InvalidOperationException)
        {
            // The server has refused already; the reply says why.
        }

        return await running.ResponseAsync;
    }

    /// <summary>Makes a call that is pointless without the key.</summary>
    internal Task<RuleOutcome<T>> AdministerAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        _key.Refusal is { } refusal
            ? Task.FromResult(new RuleOutcome<T>(new RuleCallFailure(RuleFailureKind.KeyRefused, refusal)))
            : CallAsync(call, cancellationToken);

    /// <summary>Makes a call of several steps that is pointless without the key.</summary>
    internal Task<RuleOutcome<T>> AdministerAsync<T>(Func<CallOptions, Task<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        _key.Refusal is { } refusal
            ? Task.FromResult(new RuleOutcome<T>(new RuleCallFailure(RuleFailureKind.KeyRefused, refusal)))
            : CallAsync(call, cancellationToken);

    private Task<RuleOutcome<T>> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        CallAsync(
            async options =>
            {
                using var running = call(options);
                return await running.ResponseAsync;
            },
            cancellationToken);

    private async Task<RuleOutcome<T>> CallAsync<T>(Func<CallOptions, Task<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        try
        {
            return new RuleOutcome<T>(await call(Call(_options.Timeout, cancellationToken)));
        }
        catch (RpcException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new RuleOutcome<T>(await FailureAsync(e));
        }
    }

    private CallOptions Call(TimeSpan timeout, CancellationToken cancellationToken) =>
        new(_key.Metadata(), _options.Time.GetUtcNow().UtcDateTime + timeout, cancellationToken);
}
