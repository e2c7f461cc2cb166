using Validation.Client.Connection;
using Validation.Client.Settings;

namespace Validation.Client.Monitor;

/// <summary>The way to the server while its settings stay the same: the checks, and the stream that tells of new rules and of the
/// connection itself.</summary>
internal sealed class ServerLink : IAsyncDisposable
{
    private readonly RuleConnection _rules;
    private readonly RuleSetWatcher _watcher;
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    /// <summary>Does not connect yet.</summary>
    public ServerLink(ClientSettings settings, TimeProvider time)
    {
        Trust = settings.Trust;
        Key = settings.Key;
        var options = new ConnectionOptions { Trust = Trust, Key = Key, Time = time };
        Connection = new ValidationConnection(settings.Server, options);
        _rules = new RuleConnection(settings.Server, options: options);
        _watcher = new RuleSetWatcher(_rules, time) { ConnectionChanged = failure => Changed?.Invoke(this, failure) };
    }

    /// <summary>Whose certificates the server may show.</summary>
    public ServerTrust Trust { get; }

    /// <summary>The key that is shown to the server; null: none.</summary>
    public ServerKey? Key { get; }

    /// <summary>The connection over which drafts are checked.</summary>
    public ValidationConnection Connection { get; }

    /// <summary>The way to the accepted findings of the server.</summary>
    public RecordConnection Records => _rules.Records;

    /// <summary>Is told, on some thread, of a version in force that was not known.</summary>
    public Action<ServerLink, string>? Heard { get; init; }

    /// <summary>Is told, on some thread, when the connection is lost (with the reason) and when it is there again (null).</summary>
    public Action<ServerLink, RuleCallFailure?>? Changed { get; init; }

    /// <summary>Begins to listen for new versions of the rules.</summary>
    public void Start() => _watching = WatchAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Connection.Dispose();
        _rules.Dispose();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        await foreach (var version in _watcher.WatchAsync(string.Empty, _stop.Token))
        {
            Heard?.Invoke(this, version.Version);
        }
    }
}
