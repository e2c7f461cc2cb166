using Validation.Client.Connection;
using Validation.Client.Settings;
using Validation.Tray.Windows;

namespace Validation.Tray.Settings;

/// <summary>What the window for settings shows, and what its controls do. For the UI thread.</summary>
/// <param name="ui">The thread.</param>
/// <param name="settings">The settings.</param>
/// <param name="log">The log.</param>
/// <param name="openFile">Opens the settings file.</param>
internal sealed class SettingsDialog(UiThread ui, SettingsFile settings, TrayLog log, Action openFile)
{
    private const int Clicked = 0;
    private const int RowChosen = 1;
    private const int Typed = 0x300;

    private SettingsForm _form = SettingsForm.Of(settings);
    private List<string> _folders = [];
    private DialogControls? _controls;
    private nint _window;
    private bool _isFilling;
    private bool _startsWithWindows;
    private int _tests;
    private bool _isTesting;
    private ServerTestResult? _tested;

    private DialogControls Controls => _controls ?? throw new InvalidOperationException("The window is not open.");

    /// <summary>Fills the window, and puts the keyboard on the first field that can be changed.</summary>
    public void Begin(nint window)
    {
        (_window, _controls) = (window, new DialogControls(window));
        Controls.SetProgramIcon();
        Controls.SetExample(SettingsLayout.Server, SettingsWindowTexts.ServerExample);
        Fill();
        Controls.Focus(IsFixed(SettingNames.Server) ? SettingsLayout.Accept : SettingsLayout.Server);
    }

    /// <summary>The window is closed: what a test finds is no longer shown.</summary>
    public void End() => _tests++;

    /// <summary>Does what a control was used for.</summary>
    /// <param name="id">The control.</param>
    /// <param name="code">What happened to it.</param>
    public void OnCommand(int id, int code)
    {
        if (_isFilling)
        {
            return;
        }

        switch (id, code)
        {
            case (SettingsLayout.Accept, Clicked) when TryApply():
            case (SettingsLayout.Cancel, Clicked):
                Dialogs.EndDialog(_window, id);
                break;
            case (SettingsLayout.Apply, Clicked) when TryApply():
                // The button is grey now, and the keyboard must not stay on it.
                Controls.Focus(SettingsLayout.Accept);
                break;
            case (SettingsLayout.Server or SettingsLayout.Authority, Typed):
                ForgetTest();
                ShowStates([]);
                break;
            case (_, Clicked) when Press(id):
            case (SettingsLayout.Folders, RowChosen):
                break;
            default:
                return;
        }

        ShowButtons();
    }

    private bool Press(int id)
    {
        switch (id)
        {
            case SettingsLayout.Test:
                BeginTest();
                break;
            case SettingsLayout.TakeRight when _tested?.Right is { } right:
                Controls.SetText(SettingsLayout.Server, right.ToString());
                ForgetTest();
                ShowStates([]);
                Controls.Focus(SettingsLayout.Server);
                break;
            case SettingsLayout.Choose:
                ChooseAuthority();
                break;
            case SettingsLayout.Add:
                AddFolder();
                break;
            case SettingsLayout.Remove:
                RemoveFolder();
                break;
            case SettingsLayout.OpenFile:
                openFile();
                break;
            default:
                return id is SettingsLayout.NoticesOfEverySave or SettingsLayout.NoticesOfChanges or SettingsLayout.NoticesOfErrors
                    or SettingsLayout.Autostart;
        }

        return true;
    }

    private void Fill()
    {
        _isFilling = true;
        _form = SettingsForm.Of(settings);
        _folders = [.. _form.Entries.Folders];
        _startsWithWindows = Autostart.IsOn;
        Controls.SetText(SettingsLayout.Server, _form.Entries.Server);
        Controls.SetText(SettingsLayout.Authority, _form.Entries.Authority);
        Controls.Check(SettingsLayout.NoticesOfEverySave, _form.Entries.Notify == NotifyLevel.EverySave);
        Controls.Check(SettingsLayout.NoticesOfChanges, _form.Entries.Notify == NotifyLevel.Changes);
        Controls.Check(SettingsLayout.NoticesOfErrors, _form.Entries.Notify == NotifyLevel.ErrorsOnly);
        Controls.Check(SettingsLayout.Autostart, _startsWithWindows);
        EnableFields();
        ShowFolders(chosen: -1);
        ShowStates(SettingsForm.Problems(_form.Entries));
        ShowButtons();
        _isFilling = false;
    }

    private void EnableFields()
    {
        Controls.Enable(SettingsLayout.Server, !IsFixed(SettingNames.Server));
        Controls.Enable(SettingsLayout.Authority, !IsFixed(SettingNames.Authority));
        Controls.Enable(SettingsLayout.Choose, !IsFixed(SettingNames.Authority));
        Controls.Enable(SettingsLayout.Add, !IsFixed(SettingNames.Folder));
        foreach (var choice in new[]
        {
            SettingsLayout.NoticesOfEverySave, SettingsLayout.NoticesOfChanges, SettingsLayout.NoticesOfErrors,
        })
        {
            Controls.Enable(choice, !IsFixed(SettingNames.NotifyErrorsOnly));
        }
    }

    /// <summary>Shows beside each field what is wrong with it, else why it is fixed, else what is to be known of it.</summary>
    private void ShowStates(IReadOnlyList<(string Name, string Problem)> problems)
    {
        var test = _isTesting ? SettingsWindowTexts.Testing : _tested?.Text.ReplaceLineEndings();
        Controls.SetText(SettingsLayout.ServerState, Of(SettingNames.Server, test ?? _form.ServerHint(Entries())));
        Controls.SetText(SettingsLayout.AuthorityState, Of(SettingNames.Authority, SettingsWindowTexts.AuthorityHint));
        Controls.SetText(SettingsLayout.FoldersState, Of(SettingNames.Folder, string.Empty));
        var reason = _form.WhyFixed(SettingNames.NotifyErrorsOnly);
        Controls.SetText(
            SettingsLayout.Notices, reason is null ? SettingsWindowTexts.Notices : SettingsWindowTexts.NoticesFixed(reason));

        string Of(string name, string otherwise)
        {
            var problem = problems.FirstOrDefault(problem => problem.Name == name).Problem;
            // A test says more than that the address is fixed.
            return problem ?? (name == SettingNames.Server && test is not null ? test : _form.WhyFixed(name) ?? otherwise);
        }
    }

    private void ShowButtons()
    {
        Controls.Show(SettingsLayout.TakeRight, _tested?.Right is not null && !IsFixed(SettingNames.Server));
        Controls.Enable(SettingsLayout.Remove, Controls.Row(SettingsLayout.Folders) >= 0 && !IsFixed(SettingNames.Folder));
        Controls.Enable(
            SettingsLayout.Apply, _form.Changes(Entries()).Count > 0 || Controls.IsChecked(SettingsLayout.Autostart) != _startsWithWindows);
    }

    private SettingsEntries Entries() => new(
        Controls.Text(SettingsLayout.Server),
        Controls.Text(SettingsLayout.Authority),
        [.. _folders],
        Controls.IsChecked(SettingsLayout.NoticesOfErrors) ? NotifyLevel.ErrorsOnly
            : Controls.IsChecked(SettingsLayout.NoticesOfEverySave) ? NotifyLevel.EverySave : NotifyLevel.Changes);

    private bool IsFixed(string name) => _form.WhyFixed(name) is not null;

    /// <summary>Puts what was typed in force. Where something of it is wrong, that is told, nothing is written, and all stays as it was
    /// typed.</summary>
    private bool TryApply()
    {
        var entries = Entries();
        if (_form.Hindrances(entries) is [var first, ..] all)
        {
            log.Write($"settings refused: {first.Name}");
            ShowStates(all);
            Controls.Focus(Field(first.Name));
            return false;
        }

        var changes = _form.Changes(entries);
        if (changes.Count > 0 && !settings.TrySet(changes))
        {
            MessageBox.Warn(TrayTexts.SettingsNotSaved, _window);
            return false;
        }

        SetAutostart(Controls.IsChecked(SettingsLayout.Autostart));
        log.Write($"settings set: {string.Join(", ", changes.Select(change => change.Name))}");
        Fill();
        return true;
    }

    private void SetAutostart(bool isWanted)
    {
        if (isWanted == _startsWithWindows)
        {
            return;
        }

        if (isWanted)
        {
            Autostart.TurnOn(Environment.ProcessPath!);
        }
        else
        {
            Autostart.TurnOff();
        }
    }

    private static int Field(string name) => name switch
    {
        SettingNames.Server => SettingsLayout.Server,
        SettingNames.Authority => SettingsLayout.Authority,
        _ => SettingsLayout.Folders,
    };

    private void ChooseAuthority()
    {
        var (title, kind) = (SettingsWindowTexts.ChooseAuthority, SettingsWindowTexts.AuthorityKind);
        if (OpenDialog.AskForFile(title, kind, SettingsWindowTexts.AuthorityPatterns, _window) is { } file)
        {
            Controls.SetText(SettingsLayout.Authority, file);
        }
    }

    private void AddFolder()
    {
        if (OpenDialog.AskForFolder(TrayTexts.ChooseFolder, _window) is { } folder)
        {
            _folders.RemoveAll(other => TrayActions.IsSame(Environment.ExpandEnvironmentVariables(other), folder));
            _folders.Add(folder);
            ShowFolders(_folders.Count - 1);
        }
    }

    private void RemoveFolder()
    {
        if (Controls.Row(SettingsLayout.Folders) is var row && row >= 0 && row < _folders.Count)
        {
            _folders.RemoveAt(row);
            ShowFolders(Math.Min(row, _folders.Count - 1));
            Controls.Focus(_folders.Count > 0 ? SettingsLayout.Remove : SettingsLayout.Folders);
        }
    }

    private void ShowFolders(int chosen) =>
        Controls.SetRows(SettingsLayout.Folders, _folders, chosen, LoadedIcon.SmallSize(_window));

    private void ForgetTest()
    {
        _tests++;
        (_isTesting, _tested) = (false, null);
    }

    private void BeginTest()
    {
        ForgetTest();
        if (!SettingsForm.TryGetServer(Entries(), out var server, out var trust, out var problem))
        {
            ShowStates([problem!.Value]);
            Controls.Focus(Field(problem.Value.Name));
            return;
        }

        _isTesting = true;
        ShowStates([]);
        var key = settings.Current.Server == server ? settings.Current.Key : KeySafe.Read(server!);
        _ = TestAsync(server!, trust, key, _tests);
    }

    private async Task TestAsync(ServerAddress server, ServerTrust trust, ServerKey? key, int number)
    {
        // It ends by itself within some seconds.
        var result = await Task.Run(() => ServerTest.RunAsync(server, trust, key, CancellationToken.None));
        ui.Post(() => OnTested(number, result));
    }

    private void OnTested(int number, ServerTestResult result)
    {
        // Another address was typed meanwhile, or the window is closed.
        if (number != _tests)
        {
            return;
        }

        log.Write($"server tested: {(result.Answers ? "answers" : "fails")}, {result.Text}");
        (_isTesting, _tested) = (false, result);
        ShowStates([]);
        ShowButtons();
    }
}
