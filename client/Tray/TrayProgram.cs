using System.Drawing;
using H.NotifyIcon.Core;
using Validation.Client;
using Validation.Tray.Menu;
using Validation.Tray.Windows;

namespace Validation.Tray;

/// <summary>The running program: a monitor, and the icon that shows what it does. Lives on the UI thread.</summary>
internal sealed class TrayProgram : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private readonly TrayLog _log;
    private readonly SettingsFile _settings;
    private readonly UiThread _ui;
    private readonly TrayView _view;
    private readonly DraftMonitor _monitor;
    private readonly TrayActions _actions;
    private Task _watching = Task.CompletedTask;
    private bool _ended;

    /// <summary>Nothing happens yet.</summary>
    /// <param name="sources">Where the settings come from.</param>
    /// <param name="data">The program's data, which it does not dispose of.</param>
    /// <param name="log">The log, which it does not dispose of.</param>
    /// <param name="time">The clock.</param>
    public TrayProgram(SettingsSources sources, MonitorData data, TrayLog log, TimeProvider time)
    {
        (_log, _time) = (log, time);
        _settings = SettingsFile.Open(sources, time);
        // With its comments it is what a clerk reads before changing it.
        _settings.TryCreate();
        _ui = new UiThread(OnFailed);
        _view = new TrayView(_ui, time, log);
        var events = new MonitorEvents
        {
            StatusChanged = status => _ui.Post(() => OnStatus(status)),
            Noticed = notice => _ui.Post(() => OnNotice(notice)),
            Checked = draft => log.Write($"checked {draft.Name}: {draft.Verdict}, errors {draft.Errors}, rules {draft.RuleSetVersion}"),
        };
        _monitor = new DraftMonitor(_settings.Current, data, events, time);
        _actions = new TrayActions(_ui, _view, _monitor, _settings, data, log) { Ending = End };
        _settings.Changed = settings => _ui.Post(() => OnSettings(settings));
        _view.MenuWanted = OpenMenu;
        _view.Chosen = _actions.OpenNewestReport;
        _ui.StartedAgain = () =>
            _view.Notify(NotificationIcon.Info, Texts.Product, Texts.RunsAlready, sound: false, _actions.OpenNewestReport);
        _ui.Ending = End;
    }

    /// <summary>Shows the icon and watches, until the user ends it or logs off.</summary>
    public void Run()
    {
        OnStatus(_monitor.Status);
        TellOfSettings();
        _watching = Task.Run(WatchAsync);
        UiThread.Run();
    }

    /// <summary>Takes everything away that was shown.</summary>
    public void Dispose()
    {
        End();
        _settings.Dispose();
        _ui.Dispose();
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

        var weight = notice.Weight switch
        {
            NoticeWeight.Error => NotificationIcon.Error,
            NoticeWeight.Warning => NotificationIcon.Warning,
            _ => NotificationIcon.Info,
        };
        Action clicked = notice.Draft is { } draft ? () => _actions.OpenReport(draft) : _actions.OpenNewestReport;
        _view.Notify(weight, notice.Title, notice.Text, _settings.Current.Sound, clicked);
    }

    private void OnSettings(ClientSettings settings)
    {
        _log.Write($"settings: server {settings.Server}, folders {settings.Folders.Count}, problems {_settings.Problems.Count}");
        _monitor.Apply(settings);
        ShowStatus(_monitor.Status);
        if (_settings.Problems.Count > 0)
        {
            TellOfSettings();
        }
    }

    /// <summary>What is wrong in the settings, or that there is no folder yet. One notification: a second would push the first
    /// away.</summary>
    private void TellOfSettings()
    {
        if (_settings.Problems is [var first, ..])
        {
            _view.Notify(NotificationIcon.Warning, Texts.SettingsProblemTitle, first, sound: false, _actions.EditSettings);
        }
        else if (_settings.Current.Folders.Count == 0)
        {
            _view.Notify(NotificationIcon.Info, Texts.WelcomeTitle, Texts.Welcome, sound: false, _actions.AddFolder);
        }
    }

    private void OpenMenu(Point point)
    {
        var content = new MenuContent(
            _monitor.Status, _monitor.Recent, _settings.Current.Folders, _settings.IsFixed(SettingNames.Folder), Autostart.IsOn);
        _log.Write($"menu opened");
        _view.Open(TrayMenu.Compose(content, _time.LocalTimeZone, _actions), point);
        _log.Write($"menu closed");
    }

    private async Task WatchAsync()
    {
        try
        {
            await _monitor.RunAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        catch (Exception e)
        {
            _ui.Post(() => OnStopped(e));
        }
    }

    private void OnStopped(Exception failure)
    {
        _log.Write($"monitor stopped: {failure}");
        _view.Notify(NotificationIcon.Error, Texts.StoppedTitle, Texts.Stopped, sound: true, _actions.OpenLog);
    }

    private void OnFailed(Exception failure)
    {
        _log.Write($"failed: {failure}");
        if (!_ended)
        {
            _view.Notify(NotificationIcon.Error, Texts.InternalErrorTitle, Texts.InternalError, sound: false, _actions.OpenLog);
        }
    }

    /// <summary>Returns when all is written and the icon is gone: at a log-off there is no time after that.</summary>
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
