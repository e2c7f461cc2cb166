using H.NotifyIcon.Core;

namespace Validation.Tray.Menu;

/// <summary>Menus in the form in which the shell of Windows shows them.</summary>
internal static class PopupMenus
{
    /// <summary>The menu with some items.</summary>
    public static PopupMenu Of(IEnumerable<MenuItem> items)
    {
        var menu = new PopupMenu();
        foreach (var item in items)
        {
            menu.Items.Add(Of(item));
        }

        return menu;
    }

    private static PopupItem Of(MenuItem item)
    {
        if (item is MenuRow row)
        {
            return new PopupMenuItem(row.Text, (_, _) => row.Chosen())
            {
                Checked = row.Checked, Enabled = row.Enabled, Visible = row.Visible,
            };
        }

        if (item is not SubMenu inner)
        {
            return new PopupMenuSeparator { Visible = item.Visible };
        }

        var menu = new PopupSubMenu(inner.Text) { Visible = inner.Visible };
        foreach (var within in inner.Items)
        {
            menu.Items.Add(Of(within));
        }

        return menu;
    }
}
