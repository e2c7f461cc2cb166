using Validation.Client.Monitor;
using Validation.Client.Settings;

namespace Validation.Tray;

/// <summary>Asks for the server, once, where no source names one and none answers at the default address. A start that nobody has asked
/// for asks with a notification; any other opens the window for settings, where there is one. For the UI thread.</summary>
/// <param name="settings">The settings.</param>
/// <param name="shell">Shows the notification and the window.</param>
/// <param name="mayOpen">Whether the window may open by itself.</param>
internal sealed class FirstRun(SettingsFile settings, TrayShell shell, bool mayOpen)
{
    /// <summary>Whether it is still open if the server has to be asked for. Nothing else is asked until then.</summary>
    public bool Asks { get; private set; } = settings.OriginOf(SettingNames.Server) == SettingOrigin.Default;

    /// <summary>Called when there is nothing to ask, or the window is closed.</summary>
    public required Action Done { get; init; }

    /// <summary>Asks, if it is time to.</summary>
    public void Look(MonitorStatus status)
    {
        if (!Asks || (!status.HasAnswered && status.ServerProblem is null))
        {
            return;
        }

        Asks = false;
        var isMissing = settings.OriginOf(SettingNames.Server) == SettingOrigin.Default && !status.HasAnswered;
        if (isMissing && !(mayOpen && shell.Desktop.HasSettingsWindow))
        {
            shell.View.Notify(NoticeWeight.Info, TrayTexts.AskServerTitle, TrayTexts.AskServer, sound: false, Edit);
            return;
        }

        if (isMissing)
        {
            Edit();
        }

        Done();
    }

    private void Edit() => shell.Desktop.EditSettings(settings);
}
