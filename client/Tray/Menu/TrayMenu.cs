using H.NotifyIcon.Core;
using Validation.Client;

namespace Validation.Tray.Menu;

/// <summary>Composes the menu of the icon.</summary>
internal static class TrayMenu
{
    private const int MostRecent = 10;
    private const int MostNameCharacters = 40;
    private const int MostPathCharacters = 60;

    /// <summary>The menu for a state of affairs.</summary>
    public static PopupMenu Compose(MenuContent content, TimeZoneInfo zone, IMenuActions actions) => new()
    {
        Items =
        {
            new PopupMenuItem(Plain(StatusText.Of(content.Status, zone)), (_, _) => { }) { Enabled = false },
            new PopupMenuSeparator(),
            Recent(content.Recent, actions),
            new PopupMenuItem(Texts.CheckNow, (_, _) => actions.CheckNow()),
            new PopupMenuSeparator(),
            Folders(content, actions),
            new PopupMenuItem(
                content.Status.PausedUntil is null ? Texts.PauseOneHour : Texts.Resume, (_, _) => actions.TogglePause()),
            new PopupMenuItem(Texts.ServerStatus, (_, _) => actions.ShowServer()),
            new PopupMenuItem(Texts.Settings, (_, _) => actions.EditSettings()),
            new PopupMenuItem(Texts.StartWithWindows, (_, _) => actions.ToggleAutostart()) { Checked = content.StartsWithWindows },
            new PopupMenuSeparator(),
            new PopupMenuItem(Texts.About, (_, _) => actions.ShowAbout()),
            new PopupMenuItem(Texts.Quit, (_, _) => actions.Quit()),
        },
    };

    private static PopupSubMenu Recent(IReadOnlyList<CheckedDraft> drafts, IMenuActions actions)
    {
        var menu = new PopupSubMenu(Texts.Recent);
        foreach (var draft in drafts.Take(MostRecent))
        {
            menu.Items.Add(Draft(draft, actions));
        }

        if (drafts.Count == 0)
        {
            menu.Items.Add(new PopupMenuItem(Texts.NoRecent, (_, _) => { }) { Enabled = false });
        }

        return menu;
    }

    private static PopupSubMenu Draft(CheckedDraft draft, IMenuActions actions) =>
        new($"{Plain(Shorten(draft.Name, MostNameCharacters))}\t{Plain(Shorten(draft.Summary, MostNameCharacters))}")
        {
            Items =
            {
                new PopupMenuItem(Texts.OpenReport, (_, _) => actions.OpenReport(draft)) { Enabled = draft.ReportFile is not null },
                new PopupMenuItem(Texts.OpenFile, (_, _) => actions.Open(draft.FilePath)),
            },
        };

    private static PopupSubMenu Folders(MenuContent content, IMenuActions actions)
    {
        var menu = new PopupSubMenu(Texts.Folders);
        var remove = new PopupSubMenu(Texts.RemoveFolder) { Visible = content.Folders.Count > 0 && !content.FoldersAreFixed };
        foreach (var folder in content.Folders)
        {
            var missing = content.Status.MissingFolders.Contains(folder, StringComparer.OrdinalIgnoreCase);
            var name = missing ? Texts.MissingFolder(folder) : folder;
            menu.Items.Add(new PopupMenuItem(Plain(Shorten(name, MostPathCharacters)), (_, _) => actions.Open(folder)));
            remove.Items.Add(new PopupMenuItem(Plain(Shorten(folder, MostPathCharacters)), (_, _) => actions.RemoveFolder(folder)));
        }

        menu.Items.Add(new PopupMenuSeparator { Visible = content.Folders.Count > 0 });
        menu.Items.Add(new PopupMenuItem(Texts.AddFolder, (_, _) => actions.AddFolder()) { Enabled = !content.FoldersAreFixed });
        menu.Items.Add(remove);
        return menu;
    }

    /// <summary>Names may have an ampersand, which would underline what follows, or a tab, which would part the row.</summary>
    private static string Plain(string text) =>
        text.Replace("&", "&&", StringComparison.Ordinal).Replace('\t', ' ').ReplaceLineEndings(" ");

    /// <summary>The end of a path or a file name says more than its middle.</summary>
    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var (head, tail) = (most / 2, text.Length - (most / 2) + 1);
        head -= char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
        tail += char.IsLowSurrogate(text[tail]) ? 1 : 0;
        return $"{text[..head]}…{text[tail..]}";
    }
}
