using System.Drawing;
using H.NotifyIcon.Core;
using Validation.Client.Wording;
using Validation.Tray.Icons;
using Validation.Tray.Windows;

namespace Validation.Tray;

/// <summary>The icon in the notification area and its notifications. For the UI thread. The icon comes back by itself when the taskbar was
/// not there yet or starts again.</summary>
internal sealed class TrayView : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // The second click of a double click, and a second notice that some shells send for the Enter key, are no second wish.
    private static readonly TimeSpan OneWish = TimeSpan.FromMilliseconds(2 * User32.GetDoubleClickTime());

    private readonly UiThread _ui;
    private readonly TrayLog _log;
    private readonly TrayIcon _icon;
    private readonly TimeProvider _time;
    private readonly ITimer _retry;
    private long? _chosenAt;
    private LoadedIcon? _picture;
    private (IconState State, int Count) _shown;
    private Action? _notificationClicked;
    private Action? _pending;

    /// <summary>Nothing is shown yet.</summary>
    public TrayView(UiThread ui, TimeProvider time, TrayLog log)
    {
        (_ui, _time, _log) = (ui, time, log);
        // The shell ties an icon's name to the program's path.
        _icon = new TrayIcon($"ValidationTray {Environment.ProcessPath}") { UseStandardTooltip = true };
        _retry = time.CreateTimer(_ => _ui.Post(Appear), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _icon.MessageWindow.KeyboardEventReceived += (_, e) => _ui.Guard(() => OnWanted(e.KeyboardEvent, e.Point));
        _icon.MessageWindow.MouseEventReceived += (_, e) => _ui.Guard(() => OnMouse(e.MouseEvent));
        _icon.MessageWindow.TaskbarCreated += (_, _) => _ui.Guard(Reappear);
        _icon.MessageWindow.DpiChanged += (_, _) => _ui.Guard(Redraw);
    }

    /// <summary>The menu is wanted, at a point of the screen.</summary>
    public Action<Point>? MenuWanted { get; set; }

    /// <summary>The icon was chosen.</summary>
    public Action? Chosen { get; set; }

    /// <summary>Shows a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="count">How many drafts have errors.</param>
    /// <param name="toolTip">The text below the pointer.</param>
    public void Show(IconState state, int count, string toolTip)
    {
        var shown = (state, state == IconState.Problems ? count : 0);
        if (_picture is null || shown != _shown)
        {
            _shown = shown;
            Redraw();
        }

        if (_icon.ToolTip != toolTip)
        {
            _icon.ToolTip = toolTip;
            Try(() => _icon.UpdateToolTip(toolTip));
        }

        Appear();
    }

    /// <summary>Shows a notification; as soon as there is an icon, if there is none.</summary>
    /// <param name="weight">The symbol beside it.</param>
    /// <param name="title">Its heading, of any length.</param>
    /// <param name="text">Its text, of any length.</param>
    /// <param name="sound">Whether it can be heard.</param>
    /// <param name="clicked">What a click on it does.</param>
    public void Notify(NotificationIcon weight, string title, string text, bool sound, Action? clicked) =>
        Notify(weight, title, text, sound, clicked, isSecond: false);

    /// <summary>Opens a menu.</summary>
    public void Open(PopupMenu menu, Point point)
    {
        // Without these two a click elsewhere does not close the menu.
        User32.SetForegroundWindow(_ui.Window);
        menu.Show(_ui.Window, point.X, point.Y);
        User32.PostMessageW(_ui.Window, 0, 0, 0);
    }

    /// <summary>Takes the icon away.</summary>
    public void Dispose()
    {
        _retry.Dispose();
        _icon.Dispose();
        _picture?.Dispose();
    }

    private void Notify(NotificationIcon weight, string title, string text, bool sound, Action? clicked, bool isSecond)
    {
        if (!_icon.IsCreated)
        {
            _pending = () => Notify(weight, title, text, sound, clicked);
            return;
        }

        _notificationClicked = clicked;
        _log.Write($"notification {weight}: {title}");
        if (!Try(() => _icon.ShowNotification(ShellText.Title(title), ShellText.Body(text), weight, sound: sound)) && !isSecond)
        {
            // The shell was busy: once more, with the icon that comes back.
            _pending = () => Notify(weight, title, text, sound, clicked, isSecond: true);
        }
    }

    private void OnWanted(KeyboardEvent wanted, Point point)
    {
        _log.Write($"icon {wanted} at {point.X},{point.Y}");
        if (wanted == KeyboardEvent.ContextMenu)
        {
            MenuWanted?.Invoke(point);
        }
        else if (_chosenAt is not { } before || _time.GetElapsedTime(before) > OneWish)
        {
            _chosenAt = _time.GetTimestamp();
            Chosen?.Invoke();
        }
    }

    private void OnMouse(MouseEvent happened)
    {
        if (happened == MouseEvent.BalloonToolTipClicked)
        {
            _log.Write($"notification clicked");
            _notificationClicked?.Invoke();
        }
    }

    private void Appear()
    {
        if (_icon.IsCreated || _icon.IsDisposed)
        {
            return;
        }

        Try(_icon.Create);
        if (_icon.IsCreated)
        {
            _log.Write($"icon added");
            Redraw();
            var pending = _pending;
            _pending = null;
            pending?.Invoke();
        }
    }

    private void Reappear()
    {
        _log.Write($"taskbar started");
        _icon.TryRemove();
        Appear();
    }

    private void Redraw()
    {
        var size = LoadedIcon.SmallSize(_icon.MessageWindow.IsCreated ? _icon.WindowHandle : _ui.Window);
        var before = _picture;
        _picture = new LoadedIcon(StateIcon.Draw(_shown.State, _shown.Count, size));
        // Also where the shell refuses it: the next icon must not be the one before, which goes now.
        _icon.Icon = _picture.Handle;
        Try(() => _icon.UpdateIcon(_picture.Handle));
        before?.Dispose();
    }

    /// <summary>What the shell refuses it will take later: then there is a new taskbar, or the old one has time.</summary>
    /// <param name="action">What the shell is asked; it refuses with false or with an exception.</param>
    /// <returns>Whether the shell did it.</returns>
    private bool Try(Func<bool> action)
    {
        try
        {
            if (action())
            {
                return true;
            }

            _log.Write($"shell: The icon was not changed.");
        }
        catch (InvalidOperationException e)
        {
            _log.Write($"shell: {e.Message}");
        }

        _icon.TryRemove();
        _retry.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        return false;
    }

    private bool Try(Action action) => Try(() =>
    {
        action();
        return true;
    });
}
