using Validation.Client.Drafts;
using Validation.Client.Settings;

namespace Validation.Client.Monitor;

/// <summary>The work of a monitor, step by step. Used by one thread at a time; other threads post work to it.</summary>
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
        _reports = new ReportFolder(data.Reports, data.HasAddresses);
        _folders = new WatchedFolders(
            HowToWatch, path => post(() => Add(new PendingCheck(path, CheckCause.Saved))), () => post(() => { }), time);
        _status = new MonitorStatus { State = MonitorState.Connecting, Server = settings.Server };
    }

    /// <summary>The status that was told last.</summary>
    public MonitorStatus Status => _status;

    /// <summary>The drafts that were checked last, the newest first.</summary>
    public IReadOnlyList<CheckedDraft> Recent => _recent.Drafts;

    /// <summary>The time, by a steady clock.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>When there is work though nothing is posted; null: never.</summary>
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

    /// <summary>Reads the data of an earlier process and begins to watch.</summary>
    public async Task BeginAsync()
    {
        _ledger = await Task.Run(() => new DraftLedger(_data.Ledger));
        _recent.Fill(_ledger.Drafts);
        _reports.Clean(_time.GetUtcNow().UtcDateTime - KeepReports);
        await SettleAsync();
    }

    /// <summary>Does the work that is due: checks, writing, notices, status.</summary>
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

    /// <summary>Makes folders and server those of the settings.</summary>
    public async Task SettleAsync()
    {
        if (!_settingsChanged)
        {
            return;
        }

        _settingsChanged = false;
        _board.TellsUnchanged = _settings.NotifyUnchanged;
        _board.TellsErrorsOnly = _settings.NotifyErrorsOnly;
        await ConnectAsync();
        await SetFoldersAsync();
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
        Left = path => _post(() => Leave(path)),
        Learned = drafts =>
        {
            var place = FolderPlace.Of(folder);
            _post(() => Learn(folder, drafts, place));
        },
    };

    // The program runs all day, so that memory that a check has used is given back once it is quiet.
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
        var problems = TakeProblems();
        var untold = Unchecked.Count();
        var missing = _folders.Missing;
        var status = new MonitorStatus
        {
            State = State(problems, untold),
            IsWatching = !_settingsChanged && _folders.AreWatched,
            Problems = problems,
            Unchecked = untold,
            HasAnswered = _hasAnswered,
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

    private MonitorState State(int problems, int untold)
    {
        if (_pause is not null)
        {
            return MonitorState.Paused;
        }

        if (_serverProblem is not null)
        {
            return MonitorState.Offline;
        }

        return _queue.UnderWay > 0 ? MonitorState.Checking
            : problems > 0 ? MonitorState.Problems
            : !_hasAnswered ? MonitorState.Connecting
            : untold > 0 ? MonitorState.Unchecked
            : MonitorState.Normal;
    }
}
