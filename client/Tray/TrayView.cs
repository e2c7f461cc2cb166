using System.Drawing;
using H.NotifyIcon.Core;
using Validation.Client.Monitor;
using Validation.Client.Wording;
using Validation.Tray.Icons;
using Validation.Tray.Menu;
using Validation.Tray.Notices;
using Validation.Tray.Setup;
using Validation.Tray.Windows;

namespace Validation.Tray;

/// <summary>The icon in the notification area, and its notifications. Used on the UI thread only. The icon is shown again when the
/// taskbar appears later or starts again.</summary>
internal sealed class TrayView : ITrayView
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // The second click of a double click, and the second notice that some shells send for the Enter key, are ignored.
    private static readonly TimeSpan OneWish = TimeSpan.FromMilliseconds(2 * User32.GetDoubleClickTime());

    private readonly UiThread _ui;
    private readonly TrayLog _log;
    private readonly TrayIcon _icon;
    private readonly TimeProvider _time;
    private readonly ITimer _retry;
    private long? _chosenAt;
    private LoadedIcon? _picture;
    private (IconState State, int Count) _shown;
    private readonly ShownNotices _notices;
    private Action? _pending;
    private Toasts? _toasts;
    private bool _asksForToasts = true;

    /// <summary>Makes the view without showing an icon.</summary>
    public TrayView(UiThread ui, TimeProvider time, TrayLog log)
    {
        (_ui, _time, _log) = (ui, time, log);
        _notices = new ShownNotices(time);
        // The shell ties an icon's name to the program's path.
        _icon = new TrayIcon($"ValidationTray {Environment.ProcessPath}") { UseStandardTooltip = true };
        _retry = time.CreateTimer(_ => _ui.Post(Appear), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _icon.MessageWindow.KeyboardEventReceived += (_, e) => _ui.Guard(() => OnWanted(e.KeyboardEvent, e.Point));
        _icon.MessageWindow.MouseEventReceived += (_, e) => _ui.Guard(() => OnMouse(e.MouseEvent));
        _icon.MessageWindow.BalloonToolTipChanged += (_, e) => _ui.Guard(() => OnBalloon(e.IsVisible));
        _icon.MessageWindow.TaskbarCreated += (_, _) => _ui.Guard(Reappear);
        _icon.MessageWindow.DpiChanged += (_, _) => _ui.Guard(Redraw);
    }

    /// <inheritdoc/>
    public Func<IReadOnlyList<MenuItem>>? MenuWanted { get; set; }

    /// <inheritdoc/>
    public Action? Chosen { get; set; }

    /// <inheritdoc/>
    public Action? SomeNoticeClicked { get; set; }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void Notify(NoticeWeight weight, string title, string text, bool sound, NoticeTarget target)
    {
        if (ToastXml.Of(ShellText.Title(title), ShellText.Body(text), sound, target) is { } xml && FindToasts()?.TryShow(xml) == true)
        {
            _log.Write($"notification with buttons {Symbol(weight)}: {title}");
        }
        else
        {
            Notify(weight, title, text, sound, target, isSecond: false);
        }
    }

    /// <inheritdoc/>
    public bool TryClickByStart()
    {
        if (_notices.IsOfLastClick())
        {
            return true;
        }

        if (_notices.StartIsClick())
        {
            _log.Write($"started again: notification clicked");
            OnNoticeClicked();
            return true;
        }

        return false;
    }

    /// <summary>Takes the icon away.</summary>
    public void Dispose()
    {
        _retry.Dispose();
        _icon.Dispose();
        _toasts?.Dispose();
        _picture?.Dispose();
    }

    private void Notify(NoticeWeight weight, string title, string text, bool sound, NoticeTarget target, bool isSecond)
    {
        if (!_icon.IsCreated)
        {
            _pending = () => Notify(weight, title, text, sound, target, isSecond);
            return;
        }

        _log.Write($"notification {Symbol(weight)}: {title}");
        if (Try(() => _icon.ShowNotification(ShellText.Title(title), ShellText.Body(text), Symbol(weight), sound: sound)))
        {
            _notices.Post(target);
        }
        else if (!isSecond)
        {
            // The shell was busy: the notification is shown with the icon that comes back.
            _pending = () => Notify(weight, title, text, sound, target, isSecond: true);
        }
    }

    private static NotificationIcon Symbol(NoticeWeight weight) => weight switch
    {
        NoticeWeight.Error => NotificationIcon.Error,
        NoticeWeight.Warning => NotificationIcon.Warning,
        _ => NotificationIcon.Info,
    };

    private void OnWanted(KeyboardEvent wanted, Point point)
    {
        _log.Write($"icon {wanted} at {point.X},{point.Y}");
        if (wanted == KeyboardEvent.ContextMenu)
        {
            OpenMenu(point);
        }
        else if (_chosenAt is not { } before || _time.GetElapsedTime(before) > OneWish)
        {
            Chosen?.Invoke();
            // The second click may have waited until now.
            _chosenAt = _time.GetTimestamp();
        }
    }

    private void OpenMenu(Point point)
    {
        if (MenuWanted?.Invoke() is not { } items)
        {
            return;
        }

        _log.Write($"menu opened");
        // Without these two a click elsewhere does not close the menu.
        User32.SetForegroundWindow(_ui.Window);
        PopupMenus.Of(items).Show(_ui.Window, point.X, point.Y);
        User32.PostMessageW(_ui.Window, 0, 0, 0);
        _log.Write($"menu closed");
    }

    private void OnMouse(MouseEvent happened)
    {
        if (happened == MouseEvent.BalloonToolTipClicked)
        {
            _log.Write($"notification clicked");
            OnNoticeClicked();
        }
    }

    private void OnBalloon(bool isVisible)
    {
        if (isVisible)
        {
            _notices.Appear();
        }
        else
        {
            _notices.Leave();
        }

        _log.Write($"balloon {(isVisible ? "appears" : "leaves")}");
    }

    private void OnNoticeClicked()
    {
        if (_notices.Click() is { } target)
        {
            target.Follow?.Invoke();
        }
        else
        {
            SomeNoticeClicked?.Invoke();
        }
    }

    // Asked once: what the system has does not change while the program runs.
    private Toasts? FindToasts()
    {
        if (_asksForToasts)
        {
            _asksForToasts = false;
            if (SetupProgram.IsInstalled)
            {
                _toasts = Toasts.TryCreate(out var result);
                _log.Write($"notifications with buttons: {(_toasts is null ? "no" : "yes")}, 0x{result:X8}");
            }
        }

        return _toasts;
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
        // Also when the shell refuses the new picture: the old one is destroyed now and must not be shown again.
        _icon.Icon = _picture.Handle;
        Try(() => _icon.UpdateIcon(_picture.Handle));
        before?.Dispose();
    }

    /// <summary>Asks the shell for something. What it refuses is tried again later, when there is a new taskbar or the old one has
    /// time.</summary>
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
