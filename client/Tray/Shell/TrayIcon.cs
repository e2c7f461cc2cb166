using System.Security.Cryptography;
using System.Text;
using H.NotifyIcon.Core.Internal;

namespace H.NotifyIcon.Core;

/// <summary>An icon in the notification area. For one thread, which must dispatch messages.</summary>
public class TrayIcon : IDisposable
{
    private const uint Add = 0;
    private const uint Modify = 1;
    private const uint Delete = 2;
    private const uint Focus = 3;
    private const uint SetVersion = 4;
    private const uint Protocol = 4;

    private const uint BalloonUser = 0x4;
    private const uint BalloonSilent = 0x10;
    private const uint BalloonLargeIcon = 0x20;
    private const uint BalloonRespectsQuietTime = 0x80;

    private bool _named;

    /// <summary>Makes an icon that is not shown yet.</summary>
    /// <param name="name">What tells this icon from all others, so that the shell remembers where the user wants it. The shell ties it to
    /// the program's path: a program in another place needs another name.</param>
    public TrayIcon(string name)
    {
        Id = CreateUniqueGuidFromString(name);
    }

    /// <summary>What the shell knows the icon by.</summary>
    public Guid Id { get; }

    /// <summary>Whether the icon is shown.</summary>
    public bool IsCreated { get; private set; }

    /// <summary>The handle of the picture. It must live as long as it is shown.</summary>
    public nint Icon { get; set; }

    /// <summary>The text that appears below the pointer; one of more than 127 characters loses its end.</summary>
    public string ToolTip { get; set; } = "";

    /// <summary>Whether the shell shows <see cref="ToolTip"/>.</summary>
    public bool UseStandardTooltip { get; set; }

    /// <summary>The window that the shell tells about the icon; 0 until the icon is created: that of <see cref="MessageWindow"/>.</summary>
    public nint WindowHandle { get; set; }

    /// <summary>Tells what happens at the icon.</summary>
    public MessageWindow MessageWindow { get; } = new();

    /// <summary>True after <see cref="Dispose()"/> was called.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>A GUID made from a text: the same text always gives the same GUID.</summary>
    /// <param name="input">A text that is not empty.</param>
    public static Guid CreateUniqueGuidFromString(string input)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(input);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(input)).AsSpan(0, 16));
    }

    /// <summary>Shows the icon. One that is shown stays as it is.</summary>
    /// <exception cref="InvalidOperationException">The shell refuses it: it may not be ready yet.</exception>
    public void Create()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (IsCreated)
        {
            return;
        }

        if (WindowHandle == 0)
        {
            MessageWindow.Create();
            WindowHandle = MessageWindow.Handle;
        }

        // A program that was killed may have left its icon under this id.
        _named = true;
        Send(Delete, Describe(0));
        if (!TryAdd())
        {
            // Where the program was moved, the shell refuses the name. One that was only busy may still take it, after this has given up
            // waiting: it then takes this too.
            Send(Delete, Describe(0));
            _named = false;
            Require(TryAdd(), nameof(Create));
        }

        IsCreated = true;
        var version = Describe(0);
        version.Version = Protocol;
        Require(Send(SetVersion, version), nameof(Create));
    }

    /// <summary>Takes the icon away.</summary>
    /// <returns>False: the shell did not know it any more.</returns>
    public bool TryRemove()
    {
        if (!IsCreated)
        {
            return true;
        }

        IsCreated = false;
        return Send(Delete, Describe(0));
    }

    /// <summary>Shows another picture in the icon's place.</summary>
    /// <returns>False: the shell refuses it. An icon that is not shown takes any picture.</returns>
    public bool UpdateIcon(nint handle)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Icon = handle;
        if (!IsCreated)
        {
            return true;
        }

        var data = Describe(NotifyIconData.HasIcon);
        data.Icon = handle;
        return Send(Modify, data);
    }

    /// <summary>Changes the text below the pointer.</summary>
    /// <exception cref="InvalidOperationException">The shell refuses it.</exception>
    public void UpdateToolTip(string text)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ToolTip = text;
        if (IsCreated)
        {
            var data = Describe(NotifyIconData.HasTip);
            data.Tip = text;
            Require(Send(Modify, data), nameof(UpdateToolTip));
        }
    }

    /// <summary>Shows a notification. One that is still open gives way.</summary>
    /// <param name="title">Its heading; one of more than 63 characters loses its end.</param>
    /// <param name="message">Its text; one of more than 255 characters loses its end.</param>
    /// <param name="icon">The symbol beside it.</param>
    /// <param name="customIconHandle">Another symbol; null: that of <paramref name="icon"/>.</param>
    /// <param name="largeIcon">Whether the other symbol is a large one.</param>
    /// <param name="sound">Whether it can be heard.</param>
    /// <param name="respectQuietTime">Whether it stays away in the first hour after the first log-on.</param>
    /// <param name="realtime">Whether it is dropped when it cannot be shown at once.</param>
    /// <param name="timeout">How long it stays; the system decides today.</param>
    /// <exception cref="InvalidOperationException">The icon is not shown, or the shell refuses it.</exception>
    public void ShowNotification(
        string title, string message, NotificationIcon icon = NotificationIcon.None, nint? customIconHandle = null, bool largeIcon = false,
        bool sound = true, bool respectQuietTime = true, bool realtime = false, TimeSpan? timeout = null)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Require(IsCreated, nameof(ShowNotification));
        var data = Describe(NotifyIconData.HasInfo | (realtime ? NotifyIconData.Realtime : 0));
        data.Title = title;
        data.Info = message;
        data.BalloonIcon = customIconHandle ?? 0;
        data.Version = (uint)(timeout ?? TimeSpan.Zero).TotalMilliseconds;
        data.InfoFlags = (customIconHandle is null ? (uint)icon : BalloonUser)
            | (largeIcon ? BalloonLargeIcon : 0)
            | (sound ? 0 : BalloonSilent)
            | (respectQuietTime ? BalloonRespectsQuietTime : 0);
        Require(Send(Modify, data), nameof(ShowNotification));
    }

    /// <summary>Gives the focus back to the notification area, after a menu that was opened with the keyboard.</summary>
    /// <exception cref="InvalidOperationException">The shell refuses it.</exception>
    public void SetFocus()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Require(IsCreated && Send(Focus, Describe(0)), nameof(SetFocus));
    }

    /// <summary>Takes the icon away and destroys its window, on the thread that created it.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the icon away and destroys its window.</summary>
    /// <param name="disposing">False: nothing is done.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !IsDisposed)
        {
            TryRemove();
            MessageWindow.Dispose();
            IsDisposed = true;
        }
    }

    private bool TryAdd()
    {
        var data = Describe(NotifyIconData.HasMessage | NotifyIconData.HasIcon | NotifyIconData.HasTip);
        data.CallbackMessage = MessageWindow.CallbackMessage;
        data.Icon = Icon;
        data.Tip = ToolTip;
        return Send(Add, data);
    }

    private unsafe NotifyIconData Describe(uint flags) => new()
    {
        Size = (uint)sizeof(NotifyIconData),
        Window = WindowHandle,
        Guid = _named ? Id : Guid.Empty,
        Flags = flags | (_named ? NotifyIconData.HasGuid : 0) | (UseStandardTooltip ? NotifyIconData.ShowTip : 0),
    };

    private static bool Send(uint command, NotifyIconData data) => Native.NotifyIcon(command, ref data);

    private static void Require(bool done, string what)
    {
        if (!done)
        {
            throw new InvalidOperationException($"The shell did not do this: {what}.");
        }
    }
}
