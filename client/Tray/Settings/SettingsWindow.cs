using System.ComponentModel;
using System.Runtime.InteropServices;
using Validation.Client.Settings;
using Validation.Tray.Windows;

namespace Validation.Tray.Settings;

/// <summary>The window in which a clerk changes the settings: at most one at a time. For the UI thread, which goes on handling what others
/// post to it while the window is open.</summary>
internal sealed class SettingsWindow
{
    private static SettingsWindow? _current;

    private readonly UiThread _ui;
    private readonly SettingsFile _settings;
    private readonly TrayLog _log;
    private SettingsDialog? _dialog;
    private nint _handle;

    /// <summary>Makes the window without showing it.</summary>
    /// <param name="ui">The thread.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="log">The log.</param>
    public SettingsWindow(UiThread ui, SettingsFile settings, TrayLog log)
    {
        (_ui, _settings, _log) = (ui, settings, log);
    }

    /// <summary>Shows the window and returns when it is closed. If it is open already, it comes to the front, and this returns at
    /// once.</summary>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public unsafe void Show()
    {
        if (_dialog is not null)
        {
            User32.SetForegroundWindow(_handle);
            return;
        }

        _dialog = new SettingsDialog(_ui, _settings, _log, OpenFile);
        _current = this;
        _log.Write($"settings opened");
        try
        {
            fixed (byte* template = SettingsLayout.Make(MessageFont.OfSystem()).ToBytes())
            {
                if (Dialogs.DialogBoxIndirectParamW(Kernel32.GetModuleHandleW(0), template, 0, &OnMessage, 0) == -1)
                {
                    throw new Win32Exception();
                }
            }
        }
        finally
        {
            _dialog.End();
            (_dialog, _current, _handle) = (null, null, 0);
            _log.Write($"settings closed");
        }
    }

    /// <summary>Opens the settings file in the editor of the system, where everything can be set.</summary>
    public void OpenFile()
    {
        if (!_settings.TryCreate() || !DefaultProgram.TryEdit(_settings.FilePath))
        {
            MessageBox.Warn(TrayTexts.NotFound(_settings.FilePath), _handle);
        }
    }

    /// <returns>1: the message is dealt with, and the system does no more.</returns>
    [UnmanagedCallersOnly]
    private static nint OnMessage(nint window, uint message, nint word, nint value) => message switch
    {
        Dialogs.Begin => Handle(current => current.Begin(window)),
        Dialogs.Command => Handle(current => current._dialog?.OnCommand((int)word & 0xFFFF, (int)(word >> 16) & 0xFFFF)),
        _ => 0,
    };

    private static nint Handle(Action<SettingsWindow> action)
    {
        if (_current is { } current)
        {
            current._ui.Guard(() => action(current));
        }

        // Also for the beginning: the keyboard was put where it belongs.
        return 0;
    }

    private void Begin(nint window)
    {
        _handle = window;
        _dialog?.Begin(window);
    }
}
