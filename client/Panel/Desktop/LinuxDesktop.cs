using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Wording;
using Validation.Tray;
using Validation.V1;

namespace Validation.Panel.Desktop;

/// <summary>A desktop as freedesktop.org describes it.</summary>
internal sealed class LinuxDesktop : IDesktop
{
    private const string Opener = "xdg-open";

    private readonly IUiThread _ui;
    private readonly ITrayView _view;
    private readonly Portal _portal;
    private readonly string _settingsFile;

    /// <summary>Makes it without doing anything.</summary>
    /// <param name="ui">The thread on which it is used.</param>
    /// <param name="view">What shows notifications, where there are no dialogs.</param>
    /// <param name="portal">The desktop's own dialogs.</param>
    /// <param name="settingsFile">The file in which folders can be written where nothing asks for them.</param>
    public LinuxDesktop(IUiThread ui, ITrayView view, Portal portal, string settingsFile)
    {
        (_ui, _view, _portal, _settingsFile) = (ui, view, portal, settingsFile);
    }

    /// <inheritdoc/>
    public bool StartsAtLogOn
    {
        get => Autostart.IsOn;
        set
        {
            if (!Autostart.TrySet(value, Environment.ProcessPath!))
            {
                Warn(TrayTexts.SettingsNotSaved);
            }
        }
    }

    /// <inheritdoc/>
    public bool HasSettingsWindow => false;

    /// <inheritdoc/>
    public bool TryOpen(string target)
    {
        if (!File.Exists(target) && !Directory.Exists(target) && !target.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        if (!OutsideProgram.IsThere(Opener))
        {
            return false;
        }

        _ = OpenAsync(target);
        return true;
    }

    /// <inheritdoc/>
    public bool TryEdit(string file) => TryOpen(file);

    /// <inheritdoc/>
    public void EditSettings(SettingsFile settings)
    {
        if (!settings.TryCreate() || !TryEdit(settings.FilePath))
        {
            Warn(TrayTexts.NotFound(settings.FilePath));
        }
    }

    /// <inheritdoc/>
    public void AskForFolder(string title, Action<string> chosen) => _ = AskAsync(
        () => _portal.AskAsync(title, filter: null),
        () => Dialogs.AskForFolderAsync(title),
        chosen,
        () =>
        {
            Warn(PanelTexts.NoFolderDialog);
            TryEdit(_settingsFile);
        });

    /// <inheritdoc/>
    public void AskForFile(string title, string kind, string patterns, Action<string> chosen)
    {
        var names = patterns.Split(';');
        _ = AskAsync(
            () => _portal.AskAsync(title, (kind, names)),
            () => Dialogs.AskForFileAsync(title, kind, string.Join(' ', names)),
            chosen,
            () => Warn(PanelTexts.NoFileDialog));
    }

    /// <inheritdoc/>
    public void AskForFinding(string draft, IReadOnlyList<Finding> findings, string author, Action<Finding, string> chosen) =>
        _ = AskForFindingAsync(draft, findings, author, chosen);

    /// <inheritdoc/>
    public void Tell(string text) => Say(text, warns: false);

    /// <inheritdoc/>
    public void Warn(string text) => Say(text, warns: true);

    private void Say(string text, bool warns)
    {
        if (!Dialogs.TrySay(text, warns))
        {
            _view.Notify(warns ? NoticeWeight.Warning : NoticeWeight.Info, TrayTexts.Product, text, sound: false, clicked: null);
        }
    }

    private async Task AskForFindingAsync(string draft, IReadOnlyList<Finding> findings, string author, Action<Finding, string> chosen)
    {
        var title = $"{TrayTexts.AcknowledgeTitle} - {OutsideText.Line(draft)}";
        var rows = findings.Select(finding => OutsideText.Line($"{FindingWords.Name(finding.Severity)}　{finding.Message}")).ToList();
        var answer = await Dialogs.AskForRowAsync(title, TrayTexts.AcknowledgeFindings, rows);
        if (answer is null)
        {
            _ui.Post(() => Warn(PanelTexts.NoListDialog));
        }
        else if (answer is >= 0 and var row && row < findings.Count
            && await Dialogs.AskForTextAsync(title, $"{TrayTexts.AcknowledgeReason}\n{TrayTexts.AcknowledgedBy(author)}") is { } reason)
        {
            _ui.Post(() => chosen(findings[row], reason));
        }
    }

    private async Task OpenAsync(string target)
    {
        if (await OutsideProgram.RunAsync(Opener, target) is not (0, _))
        {
            _ui.Post(() => Warn(TrayTexts.NotFound(target)));
        }
    }

    private async Task AskAsync(
        Func<Task<DialogAnswer>> first, Func<Task<DialogAnswer>> second, Action<string> chosen, Action nobodyAsks)
    {
        var answer = await first();
        if (!answer.WasAsked)
        {
            answer = await second();
        }

        if (!answer.WasAsked)
        {
            _ui.Post(nobodyAsks);
        }
        else if (answer.Text is { } path)
        {
            _ui.Post(() => chosen(path));
        }
    }
}
