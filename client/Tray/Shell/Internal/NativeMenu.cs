namespace H.NotifyIcon.Core.Internal;

/// <summary>The system's copy of a menu, for as long as it is open. Rows are numbered from 1.</summary>
internal sealed class NativeMenu : IDisposable
{
    private const uint Separator = 0x800;
    private const uint Grayed = 0x1;
    private const uint Ticked = 0x8;
    private const uint Popup = 0x10;

    private readonly List<PopupMenuItem> _rows = [];

    public NativeMenu(IEnumerable<PopupItem> items)
    {
        Handle = Fill(items);
    }

    public nint Handle { get; }

    /// <summary>The row with a number; null: none.</summary>
    public PopupMenuItem? Find(int command) => command > 0 && command <= _rows.Count ? _rows[command - 1] : null;

    /// <summary>Destroys the menu; the system destroys menus within it too.</summary>
    public void Dispose() => Native.DestroyMenu(Handle);

    private nint Fill(IEnumerable<PopupItem> items)
    {
        var menu = Native.CreatePopupMenu();
        foreach (var item in items.Where(item => item.Visible))
        {
            Append(menu, item);
        }

        return menu;
    }

    private void Append(nint menu, PopupItem item)
    {
        switch (item)
        {
            case PopupSubMenu below:
                Native.AppendMenuW(menu, Popup, Fill(below.Items), below.Text);
                break;
            case PopupMenuItem row:
                _rows.Add(row);
                var flags = (row.Checked ? Ticked : 0) | (row.Enabled ? 0 : Grayed);
                Native.AppendMenuW(menu, flags, _rows.Count, row.Text);
                break;
            default:
                Native.AppendMenuW(menu, Separator, 0, null);
                break;
        }
    }
}
