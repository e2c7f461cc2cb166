using Validation.Client.Monitor;
using Validation.Client.Wording;

namespace Validation.Tray.Menu;

/// <summary>Composes the menu of the icon.</summary>
internal static class TrayMenu
{
    private const int MostRecent = 10;
    private const int MostNameCharacters = 40;
    private const int MostPathCharacters = 60;

    /// <summary>The menu for a state of affairs.</summary>
    public static IReadOnlyList<MenuItem> Compose(MenuContent content, TimeZoneInfo zone, IMenuActions actions) =>
    [
        new MenuRow(Plain(StatusText.Of(content.Status, zone)), () => { }) { Enabled = false },
        new MenuRow(TrayTexts.CheckUnchecked(content.Status.Unchecked), () => actions.CheckUnchecked())
        {
            Visible = content.Status.Unchecked > 0,
        },
        new MenuLine(),
        Recent(content.Recent, actions),
        new MenuRow(TrayTexts.AllDrafts, () => actions.ShowAllDrafts()),
        new MenuRow(TrayTexts.CheckNow, () => actions.CheckNow()),
        new MenuLine(),
        Folders(content, actions),
        new MenuRow(
            content.Status.PausedUntil is null ? TrayTexts.PauseOneHour : TrayTexts.Resume, () => actions.TogglePause()),
        new MenuRow(TrayTexts.ServerStatus, () => actions.ShowServer()),
        new MenuRow(TrayTexts.Settings, () => actions.EditSettings()),
        new MenuRow(TrayTexts.StartWithWindows, () => actions.ToggleAutostart()) { Checked = content.StartsWithWindows },
        new MenuLine(),
        new MenuRow(TrayTexts.About, () => actions.ShowAbout()),
        new MenuRow(TrayTexts.Quit, () => actions.Quit()),
    ];

    private static SubMenu Recent(IReadOnlyList<CheckedDraft> drafts, IMenuActions actions)
    {
        var menu = new SubMenu(TrayTexts.Recent);
        foreach (var draft in drafts.Take(MostRecent))
        {
            menu.Items.Add(Draft(draft, actions));
        }

        if (drafts.Count == 0)
        {
            menu.Items.Add(new MenuRow(TrayTexts.NoRecent, () => { }) { Enabled = false });
        }

        return menu;
    }

    private static SubMenu Draft(CheckedDraft draft, IMenuActions actions) =>
        new($"{Plain(Shorten(draft.Name, MostNameCharacters))}\t{Plain(Shorten(draft.Summary, MostNameCharacters))}")
        {
            Items =
            {
                new MenuRow(TrayTexts.OpenReport, () => actions.OpenReport(draft)) { Enabled = draft.ReportFile is not null },
                new MenuRow(TrayTexts.OpenAnnotated, () => actions.OpenAnnotated(draft)) { Visible = IsDocx(draft) },
                new MenuRow(TrayTexts.OpenFile, () => actions.Open(draft.FilePath)),
                new MenuRow(TrayTexts.Acknowledge, () => actions.Acknowledge(draft))
                {
                    Visible = draft.Errors + draft.Warnings + draft.Hints > 0,
                },
            },
        };

    private static bool IsDocx(CheckedDraft draft) => draft.FilePath.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);

    private static SubMenu Folders(MenuContent content, IMenuActions actions)
    {
        var menu = new SubMenu(TrayTexts.Folders);
        var remove = new SubMenu(TrayTexts.RemoveFolder) { Visible = content.Folders.Count > 0 && !content.FoldersAreFixed };
        foreach (var folder in content.Folders)
        {
            var missing = content.Status.MissingFolders.Contains(folder, StringComparer.OrdinalIgnoreCase);
            var name = missing ? TrayTexts.MissingFolder(folder) : folder;
            menu.Items.Add(new MenuRow(Plain(Shorten(name, MostPathCharacters)), () => actions.Open(folder)));
            remove.Items.Add(new MenuRow(Plain(Shorten(folder, MostPathCharacters)), () => actions.RemoveFolder(folder)));
        }

        menu.Items.Add(new MenuLine { Visible = content.Folders.Count > 0 });
        menu.Items.Add(new MenuRow(TrayTexts.AddFolder, () => actions.AddFolder()) { Enabled = !content.FoldersAreFixed });
        menu.Items.Add(remove);
        return menu;
    }

    /// <summary>Names may have an ampersand, which would underline what follows, a tab, which would part the row, or characters that turn
    /// the words beside them around.</summary>
    private static string Plain(string text) =>
        OutsideText.Line(text).Replace("&", "&&", StringComparison.Ordinal);

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
