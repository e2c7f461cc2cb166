using H.NotifyIcon.Core.Internal;

namespace H.NotifyIcon.Core;

/// <summary>A menu that opens at a place on the screen.</summary>
public class PopupMenu
{
    private const uint ReturnCommand = 0x100;
    private const uint NoNotify = 0x80;
    private const uint BottomAlign = 0x20;
    private const uint RightButton = 0x2;

    /// <summary>The rows, from the top.</summary>
    public ICollection<PopupItem> Items { get; } = new List<PopupItem>();

    /// <summary>Opens the menu above a point and does what is chosen. Returns when the menu has closed; messages are handled until
    /// then.</summary>
    /// <param name="ownerHandle">A window of this thread. It must be in the foreground, or a click elsewhere does not close the
    /// menu.</param>
    /// <param name="x">From the left of the screen, in pixels.</param>
    /// <param name="y">From the top of the screen, in pixels.</param>
    public void Show(nint ownerHandle, int x, int y)
    {
        using var menu = new NativeMenu(Items);
        var command = Native.TrackPopupMenuEx(menu.Handle, ReturnCommand | NoNotify | BottomAlign | RightButton, x, y, ownerHandle, 0);
        menu.Find(command)?.OnClick();
    }
}
