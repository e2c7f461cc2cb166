using Validation.Client.Connection;

namespace Validation.Client.Monitor;

/// <summary>The part about the server: whether it answers, and which rules are in force.</summary>
internal sealed partial class MonitorCourse
{
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(2);

    // New rules reach every client at the same moment; checks after them are spread over time, since nobody waits for them.
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(3);

    private readonly Backoff _backoff = new(Random.Shared.NextDouble);
    private ServerLink? _link;
    private string? _serverProblem;
    private TimeSpan _retryAt;
    private TimeSpan _failedAt;
    private string? _ruleSetVersion;
    private bool _hasAnswered;

    // While the server is away, one draft is tried and the others wait for its result.
    private bool MayAsk => _link is not null && (_serverProblem is null || (_retryAt <= Now && _queue.UnderWay == 0));

    /// <summary>The server is asked again at once, but not more often than every 2 s.</summary>
    public void Hurry()
    {
        if (_serverProblem is not null && _failedAt + Impatience <= Now)
        {
            _retryAt = Now;
        }
    }

    private async Task ConnectAsync()
    {
        if (_link is { } link && link.Connection.Address == _settings.Server && link.Trust == _settings.Trust
            && Equals(link.Key, _settings.Key))
        {
            return;
        }

        await DisconnectAsync();
        _ruleSetVersion = null;
        ServerAnswered();
        _hasAnswered = false;
        _serverProblem = _settings.TrustProblem;
        if (_serverProblem is null)
        {
            _link = new ServerLink(_settings, _time)
            {
                Heard = (from, version) => _post(() => Hear(from, version)),
                Changed = (from, failure) => _post(() => Change(from, failure)),
            };
            _link.Start();
        }
    }

    private async Task DisconnectAsync()
    {
        if (_link is { } link)
        {
            _link = null;
            await link.DisposeAsync();
        }
    }

    private void Hear(ServerLink from, string version)
    {
        if (from != _link)
        {
            return;
        }

        ServerAnswered();
        _ruleSetVersion = version;
        foreach (var record in _ledger.Drafts.Where(record => record.Verdict is not null && IsOfLastDays(record)).ToList())
        {
            if (!string.Equals(record.RuleSetVersion, version, StringComparison.Ordinal))
            {
                _queue.Add(new PendingCheck(record.FilePath, CheckCause.NewRules) { DueAt = Now + (Spread * Random.Shared.NextDouble()) });
            }
        }
    }

    private void Change(ServerLink from, RuleCallFailure? failure)
    {
        if (from != _link)
        {
            return;
        }

        if (failure is null)
        {
            ServerAnswered();
        }
        else if (failure.Kind is RuleFailureKind.ServerUnreachable or RuleFailureKind.ServerUntrusted or RuleFailureKind.WrongServer
            or RuleFailureKind.Unavailable or RuleFailureKind.TimedOut or RuleFailureKind.KeyRefused)
        {
            ServerFailed(failure.Message);
        }
    }

    private void ServerAnswered()
    {
        _hasAnswered = true;
        _serverProblem = null;
        _backoff.Reset();
        _board.ServerBack();
    }

    // Several drafts that fail together count as one failure.
    private void ServerFailed(string problem)
    {
        if (_serverProblem is null || _retryAt <= Now)
        {
            _retryAt = Now + _backoff.Next();
        }

        _failedAt = Now;
        _serverProblem = problem;
    }
}
