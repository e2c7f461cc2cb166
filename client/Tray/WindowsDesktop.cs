using Validation.Client.Settings;
using Validation.Tray.Settings;
using Validation.Tray.Windows;
using Validation.V1;

namespace Validation.Tray;

/// <summary>The desktop of Windows.</summary>
/// <param name="ui">The thread on which it is used.</param>
/// <param name="log">The log.</param>
internal sealed class WindowsDesktop(UiThread ui, TrayLog log) : IDesktop
{
    private SettingsWindow? _window;

    /// <inheritdoc/>
    public bool HasSettingsWindow => true;

    /// <inheritdoc/>
    public bool StartsAtLogOn
    {
        get => Autostart.IsOn;
        set
        {
            if (value)
            {
                Autostart.TurnOn(Environment.ProcessPath!);
            }
            else
            {
                Autostart.TurnOff();
            }
        }
    }

    /// <inheritdoc/>
    public bool TryOpen(string target) => DefaultProgram.TryOpen(target);

    /// <inheritdoc/>
    public bool TryEdit(string file) => DefaultProgram.TryEdit(file);

    /// <inheritdoc/>
    public void EditSettings(SettingsFile settings) => (_window ??= new SettingsWindow(ui, settings, log)).Show();

    /// <inheritdoc/>
    public void AskForFolder(string title, Action<string> chosen)
    {
        if (OpenDialog.AskForFolder(title) is { } folder)
        {
            chosen(folder);
        }
    }

    /// <inheritdoc/>
    public void AskForFile(string title, string kind, string patterns, Action<string> chosen)
    {
        if (OpenDialog.AskForFile(title, kind, patterns) is { } file)
        {
            chosen(file);
        }
    }

    /// <inheritdoc/>
    public void AskForFinding(string draft, IReadOnlyList<Finding> findings, string author, Action<Finding, string> chosen)
    {
        if (FindingDialog.Ask(draft, findings, author) is var (finding, reason))
        {
            chosen(finding, reason);
        }
    }

    /// <inheritdoc/>
    public void Tell(string text) => MessageBox.Tell(text);

    /// <inheritdoc/>
    public void Warn(string text) => MessageBox.Warn(text);
}
