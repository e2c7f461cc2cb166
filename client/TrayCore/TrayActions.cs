using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Tray.Menu;

namespace Validation.Tray;

/// <summary>What a clerk can do at the icon. For the UI thread.</summary>
internal sealed partial class TrayActions : IMenuActions
{
    private static readonly TimeSpan PauseTime = TimeSpan.FromHours(1);

    // A system whose file names differ by case may have two folders that differ by nothing else.
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly IUiThread _ui;
    private readonly ITrayView _view;
    private readonly IDesktop _desktop;
    private readonly DraftMonitor _monitor;
    private readonly SettingsFile _settings;
    private readonly MonitorData _data;
    private readonly TrayLog _log;

    public TrayActions(TrayShell shell, DraftMonitor monitor, SettingsFile settings, MonitorData data, TrayLog log)
    {
        (_ui, _view, _desktop) = (shell.Ui, shell.View, shell.Desktop);
        (_monitor, _settings, _data, _log) = (monitor, settings, data, log);
    }

    /// <summary>Called when the user ends the program from the menu.</summary>
    public required Action Ending { get; init; }

    /// <summary>Shows what the icon counts: the report of the one draft with a problem, or the page of them all; where there is none, the
    /// report of the draft that was checked last. Asks for a folder where there is none.</summary>
    public void ShowWhatCounts()
    {
        if (_monitor.Problems.Count > 1)
        {
            ShowAllDrafts();
        }
        else if (_monitor.Foremost.FirstOrDefault(draft => draft.ReportFile is not null) is { } first)
        {
            OpenReport(first);
        }
        else if (_settings.Current.Folders.Count == 0)
        {
            _view.Notify(NoticeWeight.Info, TrayTexts.WelcomeTitle, TrayTexts.Welcome, sound: false, AddFolder);
        }
        else
        {
            _view.Notify(NoticeWeight.Info, TrayTexts.NothingYetTitle, TrayTexts.NothingYet, sound: false, clicked: null);
        }
    }

    /// <inheritdoc/>
    public void OpenReport(CheckedDraft draft) => Open(draft.ReportFile ?? draft.FilePath);

    /// <inheritdoc/>
    public void OpenAnnotated(CheckedDraft draft)
    {
        _log.Write($"comments asked for {draft.Name}");
        _ = AnnotateAsync(draft);
    }

    /// <inheritdoc/>
    public void Open(string path)
    {
        _log.Write($"open {path}");
        if (!_desktop.TryOpen(path))
        {
            Warn(TrayTexts.NotFound(path));
        }
    }

    /// <inheritdoc/>
    public void CheckNow()
    {
        _desktop.AskForFile(TrayTexts.ChooseDraft, TrayTexts.DraftKind, DraftFormats.Patterns, path =>
        {
            _log.Write($"check asked for {Path.GetFileName(path)}");
            _ = CheckAsync(path);
        });
    }

    /// <inheritdoc/>
    public void CheckUnchecked()
    {
        _log.Write($"check asked for {_monitor.Status.Unchecked} drafts");
        _monitor.CheckUnchecked();
    }

    /// <inheritdoc/>
    public void AddFolder()
    {
        _desktop.AskForFolder(
            TrayTexts.ChooseFolder,
            folder => SetFolders([.. _settings.Current.Folders.Where(other => !IsSame(other, folder)), folder]));
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
            ? TrayTexts.ServerSilent(status.Server.ToString(), problem, status.Waiting)
            : status.HasAnswered ? TrayTexts.ServerAnswers(status.Server.ToString())
            : TrayTexts.ServerNotAnsweredYet(status.Server.ToString());
        Tell($"{server}\n{TrayTexts.RuleSet(status.RuleSetVersion)}");
    }

    /// <inheritdoc/>
    public void EditSettings() => _desktop.EditSettings(_settings);

    /// <summary>Opens the settings file in an editor, where everything can be set.</summary>
    public void EditSettingsFile()
    {
        if (!_settings.TryCreate() || !_desktop.TryEdit(_settings.FilePath))
        {
            Warn(TrayTexts.NotFound(_settings.FilePath));
        }
    }

    /// <inheritdoc/>
    public void ToggleAutostart()
    {
        _desktop.StartsAtLogOn = !_desktop.StartsAtLogOn;
        _log.Write($"autostart {_desktop.StartsAtLogOn}");
    }

    /// <inheritdoc/>
    public void ShowAbout() => Tell(
        TrayTexts.AboutProgram(ProgramVersion.Text, _monitor.Status.RuleSetVersion, _settings.FilePath, _data.Folder));

    /// <summary>Opens the log in the program that the system has for text files.</summary>
    public void OpenLog() => _desktop.TryEdit(_log.FilePath);

    /// <inheritdoc/>
    public void Quit() => Ending();

    /// <summary>Whether two paths name one folder.</summary>
    internal static bool IsSame(string one, string other) =>
        string.Equals(Path.TrimEndingDirectorySeparator(one), Path.TrimEndingDirectorySeparator(other), Comparison);

    /// <summary>Checks a file that the user chose, and tells the answer like that of a save. Where no server answers, the file is not
    /// kept waiting.</summary>
    private async Task CheckAsync(string path)
    {
        var draft = await _monitor.CheckNowAsync(path, CancellationToken.None);
        if (draft is null)
        {
            _ui.Post(() => Warn(TrayTexts.NoSuchDraft(path)));
        }
        else if (draft.Verdict is null && _monitor.Status.ServerProblem is not null)
        {
            _ui.Post(() => _view.Notify(NoticeWeight.Warning, draft.Name, TrayTexts.AskAgain(draft.Summary), sound: false, ShowServer));
        }
    }

    private async Task AnnotateAsync(CheckedDraft draft)
    {
        var copy = await _monitor.AnnotateAsync(draft.FilePath, CancellationToken.None);
        _ui.Post(() =>
        {
            if (copy.FilePath is { } file)
            {
                Open(file);
            }
            else
            {
                Warn(TrayTexts.NoCopy(draft.Name, copy.Problem ?? string.Empty));
            }
        });
    }

    private void SetFolders(IReadOnlyList<string> folders)
    {
        _log.Write($"folders set: {folders.Count}");
        if (_settings.IsFixed(SettingNames.Folder))
        {
            Warn(TrayTexts.FixedSetting);
        }
        else if (!_settings.TrySet(SettingNames.Folder, folders))
        {
            Warn(TrayTexts.SettingsNotSaved);
        }
    }

    private void Tell(string text)
    {
        _log.Write($"told {text}");
        _desktop.Tell(text);
    }

    private void Warn(string text)
    {
        _log.Write($"warned {text}");
        _desktop.Warn(text);
    }
}
