namespace Validation.Client.Internal;

/// <summary>What a monitor does, step by step. For one thread at a time; what other threads have to say comes as work that is
/// posted.</summary>
internal sealed partial class MonitorCourse : IAsyncDisposable
{
    private static readonly TimeSpan RewriteAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepReports = TimeSpan.FromDays(60);

    private readonly MonitorEvents _events;
    private readonly Action<Action> _post;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly MonitorData _data;
    private readonly ReportFolder _reports;
    private readonly RecentDrafts _recent = new();
    private readonly NoticeBoard _board = new();
    private readonly WatchedFolders _folders;
    private readonly CancellationTokenSource _stop = new();
    private DraftLedger _ledger = null!;
    private ClientSettings _settings;
    private bool _settingsChanged = true;
    private (TimeSpan Due, DateTimeOffset Until)? _pause;
    private TimeSpan _writeAt;
    private bool _cannotSave;
    private bool _hasWorked = true;
    private volatile MonitorStatus _status;

    public MonitorCourse(
        ClientSettings settings, MonitorData data, MonitorEvents events, Action<Action> post, TimeProvider time)
    {
        _settings = settings;
        _events = events;
        _post = post;
        _time = time;
        _start = time.GetTimestamp();
        _data = data;
        _reports = new ReportFolder(data.Reports);
        _folders = new WatchedFolders(
            HowToWatch, path => post(() => Add(new PendingCheck(path, CheckCause.Saved))), () => post(() => { }), time);
        _status = new MonitorStatus { State = MonitorState.Normal, Server = settings.Server };
    }

    /// <summary>How it stands, as it was told last.</summary>
    public MonitorStatus Status => _status;

    /// <summary>The drafts that were checked last, the newest first.</summary>
    public IReadOnlyList<CheckedDraft> Recent => _recent.Drafts;

    /// <summary>The time, by a steady clock.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>When there is something to do though nothing is posted; null: never.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            TimeSpan? due = _sweepAt;
            due = Earlier(due, _ledger.IsWritten ? null : _writeAt);
            due = Earlier(due, _board.NextDue);
            due = Earlier(due, _missed.NextDue);
            return Earlier(due, _pause is { } pause ? pause.Due : NextCheckDue);
        }
    }

    /// <summary>Reads what an earlier process left and begins to watch.</summary>
    public async Task BeginAsync()
    {
        _ledger = await Task.Run(() => new DraftLedger(_data.Ledger));
        _recent.Fill(_ledger.Drafts);
        _reports.Clean(_time.GetUtcNow().UtcDateTime - KeepReports);
        await SettleAsync();
    }

    /// <summary>Does what is due: checks, writing, notices, status.</summary>
    public void Proceed()
    {
        if (_pause is { } pause && pause.Due <= Now)
        {
            _pause = null;
        }

        BeginChecks();
        if (!_ledger.IsWritten && _writeAt <= Now)
        {
            _cannotSave = !_ledger.TryWrite();
            _writeAt = _cannotSave ? Now + RewriteAfter : Now;
        }

        if (_sweepAt <= Now)
        {
            _sweepAt = Now + SweepEvery;
            Sweep();
            GiveMemoryBack();
        }

        LookFor(_missed.TakeDue(Now));

        Tell();
        PublishStatus();
    }

    /// <summary>Brings folders and server in line with the settings.</summary>
    public async Task SettleAsync()
    {
        if (!_settingsChanged)
        {
            return;
        }

        _settingsChanged = false;
        _board.TellsUnchanged = _settings.NotifyUnchanged;
        await ConnectAsync();
        await _folders.SetAsync(_settings.Folders);
    }

    /// <summary>Ends checks and watching; what could be written is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _folders.DisposeAsync();
        await DisconnectAsync();
        _ledger?.TryWrite();
        _stop.Dispose();
    }

    /// <summary>Goes on with other settings.</summary>
    public void Apply(ClientSettings settings)
    {
        _settings = settings;
        _settingsChanged = true;
    }

    /// <summary>Lets drafts wait for so long; zero: no longer.</summary>
    public void Pause(TimeSpan span) => _pause = span > TimeSpan.Zero ? (Now + span, _time.GetLocalNow() + span) : null;

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;

    private DraftWatching HowToWatch(string folder) => new()
    {
        Known = _ledger.In(folder),
        LearnedFolders = _ledger.LearnedFolders,
        Learned = drafts =>
        {
            var place = FolderPlace.Of(folder);
            _post(() => _ledger.Learn(folder, drafts, place));
        },
    };

    // The client stands in the background all day: what a check needed for a moment goes back to the system once all is quiet.
    private void GiveMemoryBack()
    {
        if (_hasWorked && IsIdle)
        {
            _hasWorked = false;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private bool IsProblem(DraftRecord record) =>
        record is { CheckedAt: not null, Verdict: not V1.Verdict.Accept } && IsOfLastDays(record);

    private bool IsOfLastDays(DraftRecord record) => record.SavedAt >= _time.GetUtcNow() - TimeSpan.FromDays(_settings.RecheckDays);

    private void Tell()
    {
        foreach (var notice in _board.Take(IsIdle, Now))
        {
            _events.Noticed?.Invoke(notice);
        }

        if (_serverProblem is { } problem && _board.ServerLost(_queue.Patient, problem) is { } lost)
        {
            _events.Noticed?.Invoke(lost);
        }
    }

    private void PublishStatus()
    {
        var problems = _ledger.Drafts.Count(IsProblem);
        var missing = _folders.Missing;
        var status = new MonitorStatus
        {
            State = State(problems),
            IsWatching = !_settingsChanged && _folders.AreWatched,
            Problems = problems,
            Waiting = _queue.Count,
            ServerProblem = _serverProblem,
            Server = _settings.Server,
            RuleSetVersion = _ruleSetVersion,
            PausedUntil = _pause?.Until,
            MissingFolders = missing.SequenceEqual(_status.MissingFolders) ? _status.MissingFolders : missing,
            CannotSave = _cannotSave,
        };
        if (status != _status)
        {
            _status = status;
            _events.StatusChanged?.Invoke(status);
        }
    }

    private MonitorState State(int problems)
    {
        if (_pause is not null)
        {
            return MonitorState.Paused;
        }

        if (_serverProblem is not null)
        {
            return MonitorState.Offline;
        }

        return _queue.UnderWay > 0 ? MonitorState.Checking : problems > 0 ? MonitorState.Problems : MonitorState.Normal;
    }
}
