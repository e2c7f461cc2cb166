using Microsoft.Extensions.Primitives;
using Validation.Engine.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>The rules in force on this server. They change at one point in time, for everybody. Thread-safe.</summary>
internal sealed class RuleBook(WatchHub hub, ILogger<RuleBook> log) : IDisposable
{
    private readonly Lock _gate = new();
    private volatile RulesInForce? _current;
    private volatile string _problem = "";
    private CancellationTokenSource _changed = new();

    /// <summary>What is in force now.</summary>
    /// <exception cref="InvalidOperationException">The server has not started.</exception>
    public RulesInForce Current => _current ?? throw new InvalidOperationException("No rules yet.");

    /// <summary>False until the server has started.</summary>
    public bool IsOpen => _current is not null;

    /// <summary>Why this server works with another version than the store holds, or cannot reach the store. Empty: all is well.</summary>
    public string Problem => _problem;

    /// <summary>A token that fires, once, when anything here changes after the call.</summary>
    public IChangeToken Watch()
    {
        lock (_gate)
        {
            return new CancellationChangeToken(_changed.Token);
        }
    }

    /// <summary>Puts rules in force and tells the watchers. Rules that are older than those in force are ignored.</summary>
    public void Put(StoredRuleSet stored, RuleSet rules)
    {
        lock (_gate)
        {
            if (_current is { } now && (stored.Revision < now.Stored.Revision || rules.Version == now.Version))
            {
                return;
            }

            RuleLog.RulesInForce(log, rules.Version, _current?.Version ?? RuleTexts.NoneBefore, stored.Sha256);
            _current = new RulesInForce(stored, rules);
            hub.Tell(new WatchReply { Version = rules.Version, Publication = stored.Publication });
        }

        Signal();
    }

    /// <summary>Sets the problem that is shown to people.</summary>
    /// <param name="problem">One Chinese sentence, or several. Empty: all is well.</param>
    public void Report(string problem)
    {
        lock (_gate)
        {
            if (problem == _problem)
            {
                return;
            }

            _problem = problem;
        }

        if (problem.Length > 0)
        {
            RuleLog.RuleTrouble(log, problem);
        }
        else
        {
            RuleLog.RuleTroubleOver(log);
        }

        Signal();
    }

    public void Dispose()
    {
        _changed.Dispose();
    }

    private void Signal()
    {
        CancellationTokenSource old;
        lock (_gate)
        {
            old = _changed;
            _changed = new CancellationTokenSource();
        }

        using (old)
        {
            old.Cancel();
        }
    }
}
