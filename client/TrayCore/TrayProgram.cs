using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Tray.Menu;
using Validation.Tray.Notices;

namespace Validation.Tray;

/// <summary>The running program: the monitor, and the icon that shows its state. Used on the UI thread only.</summary>
internal sealed class TrayProgram : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly TrayLog _log;
    private readonly SettingsFile _settings;
    private readonly IUiThread _ui;
    private readonly ITrayView _view;
    private readonly IDesktop _desktop;
    private readonly DraftMonitor _monitor;
    private readonly TrayActions _actions;
    private readonly FirstRun _firstRun;
    private Task _watching = Task.CompletedTask;
    private bool _settingsChanged;
    private bool _ended;

    /// <summary>Makes the program without showing or starting anything.</summary>
    /// <param name="shell">What shows it; not disposed of but for the icon, which goes at the end.</param>
    /// <param name="sources">Where the settings come from.</param>
    /// <param name="data">The program's data, which it does not dispose of.</param>
    /// <param name="log">The log, which it does not dispose of.</param>
    /// <param name="time">The clock.</param>
    /// <param name="inBackground">Whether nobody has asked for it: it opens no window by itself then.</param>
    public TrayProgram(
        TrayShell shell, SettingsSources sources, MonitorData data, TrayLog log, TimeProvider time, bool inBackground)
    {
        (_log, _time) = (log, time);
        (_ui, _view, _desktop) = (shell.Ui, shell.View, shell.Desktop);
        _settings = SettingsFile.Open(sources, time);
        // A settings file with comments is written first, for the clerk to read before changing it.
        _settings.TryCreate();
        var events = new MonitorEvents
        {
            StatusChanged = status => _ui.Post(() => OnStatus(status)),
            Noticed = notice => _ui.Post(() => OnNotice(notice)),
            FolderAdded = added => _ui.Post(() => OnFolderAdded(added)),
            Checked = draft => log.Write($"checked {draft.Name}: {draft.Verdict}, errors {draft.Errors}, rules {draft.RuleSetVersion}"),
        };
        _monitor = new DraftMonitor(_settings.Current, data, events, time);
        _firstRun = new FirstRun(_settings, shell, mayOpen: !inBackground) { Done = TellOfSettings };
        _actions = new TrayActions(shell, _monitor, _settings, data, log) { Ending = End };
        _settings.Changed = settings => _ui.Post(() => OnSettings(settings));
        _view.MenuWanted = ComposeMenu;
        _view.Chosen = _actions.ShowWhatCounts;
        _view.SomeNoticeClicked = _actions.ShowAllDrafts;
        _ui.StartedAgain = OnStartedAgain;
        _ui.Addressed = _actions.Follow;
        _ui.Ending = End;
        _ui.Failed = OnFailed;
    }

    /// <summary>Shows the icon and watches, until the user ends it or logs off.</summary>
    /// <param name="address">What to do first; null: nothing.</param>
    public void Run(ProgramAddress? address)
    {
        OnStatus(_monitor.Status);
        TellOfSettings();
        _watching = Task.Run(WatchAsync);
        if (address is not null)
        {
            _ui.Post(() => _actions.Follow(address));
        }

        _ui.Run();
    }

    /// <summary>Removes the icon, the menu and the notification.</summary>
    public void Dispose()
    {
        End();
        _settings.Dispose();
        _stop.Dispose();
    }

    private void OnStatus(MonitorStatus status)
    {
        if (_ended)
        {
            return;
        }

        _log.Write($"state {status.State}, problems {status.Problems}, waiting {status.Waiting}, rules {status.RuleSetVersion}");
        ShowStatus(status);
        _firstRun.Look(status);
    }

    private void ShowStatus(MonitorStatus status)
    {
        var toolTip = StatusText.ToolTip(status, _settings.Current.Folders.Count > 0, _time.LocalTimeZone);
        _view.Show(StatusText.Icon(status.State), status.Problems, toolTip);
    }

    private void OnNotice(Notice notice)
    {
        if (_ended)
        {
            return;
        }

        _view.Notify(notice.Weight, notice.Title, notice.Text, _settings.Current.Sound, TargetOf(notice));
    }

    private NoticeTarget TargetOf(Notice notice) => notice switch
    {
        { IsOfServer: true } => NoticeTarget.Of(new ProgramAddress(ProgramWish.Server), _actions.Follow),
        { Drafts: 1, Draft: { } draft } => NoticeTarget.OfReport(draft, _actions.Follow),
        _ => NoticeTarget.Of(new ProgramAddress(ProgramWish.AllDrafts), _actions.Follow),
    };

    private void OnStartedAgain()
    {
        if (!_view.TryClickByStart())
        {
            _view.Notify(NoticeWeight.Info, TrayTexts.Product, TrayTexts.RunsAlready, sound: false, _actions.ShowWhatCounts);
        }
    }

    /// <summary>Confirms a folder. At the start, when nobody has just added it, only where something in it was never checked.</summary>
    private void OnFolderAdded(AddedFolder added)
    {
        _log.Write($"watches {added.Folder}: drafts {added.Drafts}, unseen {added.Unchecked}");
        var title = TrayTexts.FolderAdded(Path.GetFileName(Path.TrimEndingDirectorySeparator(added.Folder)));
        if (added.Unchecked > 0)
        {
            _view.Notify(NoticeWeight.Info, title, TrayTexts.ClickToCheck(added.Text), sound: false, _actions.CheckUnchecked);
        }
        else if (_settingsChanged)
        {
            _view.Notify(NoticeWeight.Info, title, added.Text, sound: false, clicked: null);
        }
    }

    private void OnSettings(ClientSettings settings)
    {
        _log.Write($"settings: server {settings.Server}, folders {settings.Folders.Count}, problems {_settings.Problems.Count}");
        _settingsChanged = true;
        _monitor.Apply(settings);
        ShowStatus(_monitor.Status);
        if (_settings.Problems.Count > 0)
        {
            TellOfSettings();
        }
    }

    /// <summary>Tells in one notification what is wrong in the settings, or that there is no folder to watch; a second notification would
    /// replace the first.</summary>
    private void TellOfSettings()
    {
        if (_settings.Problems is [var first, ..])
        {
            _view.Notify(NoticeWeight.Warning, TrayTexts.SettingsProblemTitle, first, sound: false, _actions.EditSettingsFile);
        }
        else if (_settings.Current.Folders.Count == 0 && !_firstRun.Asks)
        {
            _view.Notify(NoticeWeight.Info, TrayTexts.WelcomeTitle, TrayTexts.Welcome, sound: false, _actions.AddFolder);
        }
    }

    private IReadOnlyList<MenuItem> ComposeMenu()
    {
        var content = new MenuContent(
            _monitor.Status, _monitor.Foremost, _settings.Current.Folders, _settings.IsFixed(SettingNames.Folder), _desktop.StartsAtLogOn);
        return TrayMenu.Compose(content, _time.LocalTimeZone, _actions);
    }

    private async Task WatchAsync()
    {
        try
        {
            await _monitor.RunAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The end was asked for already.
        }
        catch (Exception e)
        {
            _ui.Post(() => OnStopped(e));
        }
    }

    private void OnStopped(Exception failure)
    {
        _log.Write($"monitor stopped: {failure}");
        _view.Notify(NoticeWeight.Error, TrayTexts.StoppedTitle, TrayTexts.Stopped, sound: true, _actions.OpenLog);
    }

    private void OnFailed(Exception failure)
    {
        _log.Write($"failed: {failure}");
        if (!_ended)
        {
            _view.Notify(NoticeWeight.Error, TrayTexts.InternalErrorTitle, TrayTexts.InternalError, sound: false, _actions.OpenLog);
        }
    }

    /// <summary>Ends the program and returns when everything is written and the icon is gone: at a log-off there is no time after
    /// that.</summary>
    private void End()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _view.Dispose();
        _stop.Cancel();
        Task.Run(StopWatchingAsync).Wait(LongestEnd);
        _log.Write($"ended");
        _ui.Quit();
    }

    private async Task StopWatchingAsync()
    {
        await _watching;
        await _monitor.DisposeAsync();
    }
}
