using System.Collections.Concurrent;
using System.ComponentModel;
using System.Drawing;
using System.Runtime.InteropServices;
using H.NotifyIcon.Core.Internal;

namespace H.NotifyIcon.Core;

/// <summary>
/// The hidden window that the shell tells what happens at the icon. A top-level window, because others do not hear that the taskbar has
/// started again. Events are raised on the thread that created it, while that thread dispatches messages; handlers must not throw.
/// </summary>
public class MessageWindow : IDisposable
{
    internal const uint CallbackMessage = 0x400;

    private const uint Popup = 0x80000000;
    private const uint ToolWindow = 0x80;

    private const int ContextMenu = 0x7B;
    private const int NoticeSelect = 0x400;
    private const int NoticeKeySelect = 0x401;
    private const int NoticeBalloonShow = 0x402;
    private const int NoticeBalloonHide = 0x403;
    private const int NoticeBalloonTimeout = 0x404;
    private const int NoticeBalloonClick = 0x405;
    private const uint DisplayScaleChanged = 0x2E0;

    private static readonly ConcurrentDictionary<nint, MessageWindow> Windows = new();
    private static readonly uint TaskbarCreatedMessage = Native.RegisterWindowMessageW("TaskbarCreated");

    private readonly string _className = $"H.NotifyIcon_{Guid.NewGuid()}";

    /// <summary>The icon's menu is wanted, or the icon was chosen.</summary>
    public event EventHandler<KeyboardEventReceivedEventArgs>? KeyboardEventReceived;

    /// <summary>The notification was clicked.</summary>
    public event EventHandler<MouseEventReceivedEventArgs>? MouseEventReceived;

    /// <summary>A notification has appeared, or has gone: it timed out or was closed.</summary>
    public event EventHandler<BalloonToolTipChangedEventArgs>? BalloonToolTipChanged;

    /// <summary>Raised when the taskbar has started or started again: it knows of no icon then.</summary>
    public event EventHandler<EventArgs>? TaskbarCreated;

    /// <summary>The scale of the display has changed.</summary>
    public event EventHandler<EventArgs>? DpiChanged;

    /// <summary>The window; 0: it is not created.</summary>
    public nint Handle { get; private set; }

    /// <summary>Whether there is a window.</summary>
    public bool IsCreated => Handle != 0;

    /// <summary>Creates the hidden window that the shell sends its messages to.</summary>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public unsafe void Create()
    {
        var module = Native.GetModuleHandleW(0);
        fixed (char* name = _className)
        {
            var description = new Native.WindowClass
            {
                Size = (uint)sizeof(Native.WindowClass), Procedure = &OnMessage, Instance = module, ClassName = name,
            };
            if (Native.RegisterClassExW(description) == 0)
            {
                throw new Win32Exception();
            }
        }

        Handle = Native.CreateWindowExW(ToolWindow, _className, null, Popup, 0, 0, 0, 0, 0, 0, module, 0);
        if (Handle == 0)
        {
            throw new Win32Exception();
        }

        Windows[Handle] = this;
    }

    /// <summary>Destroys the window, on the thread that created it.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Destroys the hidden window; nothing is heard of the icon afterwards.</summary>
    /// <param name="disposing">False: nothing is done.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && IsCreated)
        {
            Windows.TryRemove(Handle, out _);
            Native.DestroyWindow(Handle);
            Native.UnregisterClassW(_className, Native.GetModuleHandleW(0));
            Handle = 0;
        }
    }

    [UnmanagedCallersOnly]
    private static nint OnMessage(nint window, uint message, nint word, nint value)
    {
        if (Windows.TryGetValue(window, out var known))
        {
            known.Tell(message, word, value);
        }

        return Native.DefWindowProcW(window, message, word, value);
    }

    private void Tell(uint message, nint word, nint value)
    {
        if (message == CallbackMessage)
        {
            TellOfIcon((int)value & 0xFFFF, new Point((short)word, (short)(word >> 16)));
        }
        else if (message == TaskbarCreatedMessage)
        {
            TaskbarCreated?.Invoke(this, EventArgs.Empty);
        }
        else if (message == DisplayScaleChanged)
        {
            DpiChanged?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Reads a message of version 4 of the shell's protocol: the low word of the value is the notice, the other parameter the
    /// place.</summary>
    private void TellOfIcon(int notice, Point point)
    {
        switch (notice)
        {
            case ContextMenu:
                KeyboardEventReceived?.Invoke(this, new KeyboardEventReceivedEventArgs(KeyboardEvent.ContextMenu, point));
                break;
            case NoticeSelect:
                KeyboardEventReceived?.Invoke(this, new KeyboardEventReceivedEventArgs(KeyboardEvent.Select, point));
                break;
            case NoticeKeySelect:
                KeyboardEventReceived?.Invoke(this, new KeyboardEventReceivedEventArgs(KeyboardEvent.KeySelect, point));
                break;
            case NoticeBalloonShow:
                BalloonToolTipChanged?.Invoke(this, new BalloonToolTipChangedEventArgs(isVisible: true));
                break;
            case NoticeBalloonHide or NoticeBalloonTimeout:
                BalloonToolTipChanged?.Invoke(this, new BalloonToolTipChangedEventArgs(isVisible: false));
                break;
            case NoticeBalloonClick:
                MouseEventReceived?.Invoke(this, new MouseEventReceivedEventArgs(MouseEvent.BalloonToolTipClicked, point));
                break;
        }
    }

    /// <summary>What is wanted of the icon.</summary>
    public class KeyboardEventReceivedEventArgs : EventArgs
    {
        internal KeyboardEventReceivedEventArgs(KeyboardEvent keyboardEvent, Point point)
        {
            KeyboardEvent = keyboardEvent;
            Point = point;
        }

        /// <summary>The wish: the icon's menu, or what a click on the icon does; by keyboard or by mouse.</summary>
        public KeyboardEvent KeyboardEvent { get; }

        /// <summary>Where the icon is, on the screen, in pixels.</summary>
        public Point Point { get; }
    }

    /// <summary>What became of a notification.</summary>
    public class BalloonToolTipChangedEventArgs : EventArgs
    {
        internal BalloonToolTipChangedEventArgs(bool isVisible)
        {
            IsVisible = isVisible;
        }

        /// <summary>True: it has appeared; false: it has gone.</summary>
        public bool IsVisible { get; }
    }

    /// <summary>What the mouse did.</summary>
    public class MouseEventReceivedEventArgs : EventArgs
    {
        internal MouseEventReceivedEventArgs(MouseEvent mouseEvent, Point point)
        {
            MouseEvent = mouseEvent;
            Point = point;
        }

        /// <summary>The mouse event: moved, pressed, released or double-clicked.</summary>
        public MouseEvent MouseEvent { get; }

        /// <summary>Where, on the screen, in pixels.</summary>
        public Point Point { get; }
    }
}
