using H.NotifyIcon.Core;
using Validation.Client;
using Validation.Tray.Menu;
using Validation.Tray.Windows;

namespace Validation.Tray;

/// <summary>What a clerk can do at the icon. For the UI thread.</summary>
internal sealed class TrayActions : IMenuActions
{
    private const string Patterns = "*.docx;*.doc;*.wps;*.pdf;*.html;*.htm;*.rtf;*.odt;*.txt";

    private static readonly TimeSpan PauseTime = TimeSpan.FromHours(1);

    private readonly UiThread _ui;
    private readonly TrayView _view;
    private readonly DraftMonitor _monitor;
    private readonly SettingsFile _settings;
    private readonly MonitorData _data;
    private readonly TrayLog _log;

    public TrayActions(UiThread ui, TrayView view, DraftMonitor monitor, SettingsFile settings, MonitorData data, TrayLog log)
    {
        (_ui, _view, _monitor, _settings, _data, _log) = (ui, view, monitor, settings, data, log);
    }

    /// <summary>Ends the program.</summary>
    public required Action Ending { get; init; }

    /// <summary>Shows the report of the draft that was checked last; asks for a folder where there is none.</summary>
    public void OpenNewestReport()
    {
        if (_monitor.Recent.FirstOrDefault(draft => draft.ReportFile is not null) is { } newest)
        {
            OpenReport(newest);
        }
        else if (_settings.Current.Folders.Count == 0)
        {
            _view.Notify(NotificationIcon.Info, Texts.WelcomeTitle, Texts.Welcome, sound: false, AddFolder);
        }
        else
        {
            _view.Notify(NotificationIcon.Info, Texts.NothingYetTitle, Texts.NothingYet, sound: false, clicked: null);
        }
    }

    /// <inheritdoc/>
    public void OpenReport(CheckedDraft draft) => Open(draft.ReportFile ?? draft.FilePath);

    /// <inheritdoc/>
    public void Open(string path)
    {
        _log.Write($"open {path}");
        if (!DefaultProgram.TryOpen(path))
        {
            Warn(Texts.NotFound(path));
        }
    }

    /// <inheritdoc/>
    public void CheckNow()
    {
        if (OpenDialog.AskForFile(Texts.ChooseDraft, Texts.DraftKind, Patterns) is { } path)
        {
            _log.Write($"check asked for {Path.GetFileName(path)}");
            _ = CheckAsync(path);
        }
    }

    /// <inheritdoc/>
    public void AddFolder()
    {
        if (OpenDialog.AskForFolder(Texts.ChooseFolder) is { } folder)
        {
            SetFolders([.. _settings.Current.Folders.Where(other => !IsSame(other, folder)), folder]);
        }
    }

    /// <inheritdoc/>
    public void RemoveFolder(string folder) => SetFolders([.. _settings.Current.Folders.Where(other => !IsSame(other, folder))]);

    /// <inheritdoc/>
    public void TogglePause()
    {
        if (_monitor.Status.PausedUntil is null)
        {
            _monitor.Pause(PauseTime);
        }
        else
        {
            _monitor.Resume();
        }
    }

    /// <inheritdoc/>
    public void ShowServer()
    {
        var status = _monitor.Status;
        _monitor.Hurry();
        var server = status.ServerProblem is { } problem
            ? Texts.ServerSilent(status.Server.ToString(), problem, status.Waiting)
            : Texts.ServerAnswers(status.Server.ToString());
        Tell($"{server}\n{Texts.RuleSet(status.RuleSetVersion)}");
    }

    /// <inheritdoc/>
    public void EditSettings()
    {
        if (!DefaultProgram.TryEdit(_settings.FilePath))
        {
            Warn(Texts.NotFound(_settings.FilePath));
        }
    }

    /// <inheritdoc/>
    public void ToggleAutostart()
    {
        if (Autostart.IsOn)
        {
            Autostart.TurnOff();
        }
        else
        {
            Autostart.TurnOn(Environment.ProcessPath!);
        }

        _log.Write($"autostart {Autostart.IsOn}");
    }

    /// <inheritdoc/>
    public void ShowAbout() => Tell(
        Texts.AboutProgram(ProgramVersion.Text, _monitor.Status.RuleSetVersion, _settings.FilePath, _data.Folder));

    /// <summary>Shows the log.</summary>
    public void OpenLog() => DefaultProgram.TryEdit(_log.FilePath);

    /// <inheritdoc/>
    public void Quit() => Ending();

    private static bool IsSame(string one, string other) =>
        string.Equals(one.TrimEnd('\\'), other.TrimEnd('\\'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer is told like that of a save.</summary>
    private async Task CheckAsync(string path)
    {
        if (await _monitor.CheckNowAsync(path, CancellationToken.None) is null)
        {
            _ui.Post(() => Warn(Texts.NoSuchDraft(path)));
        }
    }

    private void SetFolders(IReadOnlyList<string> folders)
    {
        _log.Write($"folders set: {folders.Count}");
        if (_settings.IsFixed(SettingNames.Folder))
        {
            Warn(Texts.FixedSetting);
        }
        else if (!_settings.TrySet(SettingNames.Folder, folders))
        {
            Warn(Texts.SettingsNotSaved);
        }
    }

    private void Tell(string text)
    {
        _log.Write($"told {text}");
        MessageBox.Tell(text);
    }

    private void Warn(string text)
    {
        _log.Write($"warned {text}");
        MessageBox.Warn(text);
    }
}
