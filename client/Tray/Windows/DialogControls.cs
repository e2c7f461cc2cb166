namespace Validation.Tray.Windows;

/// <summary>The controls of an open dialog, by their numbers.</summary>
/// <param name="window">The dialog.</param>
internal sealed unsafe class DialogControls(nint window)
{
    private const uint GetCheck = 0xF0;
    private const uint SetCheck = 0xF1;
    private const uint AddRow = 0x180;
    private const uint ClearRows = 0x184;
    private const uint SetRow = 0x186;
    private const uint GetRow = 0x188;
    private const uint SetWidth = 0x194;
    private const uint SelectAll = 0xB1;
    private const uint SetCue = 0x1501;
    private const uint NextControl = 0x28;
    private const uint SetIcon = 0x80;
    private const int ProgramIcon = 32512;
    private const int Hidden = 0;
    private const int Shown = 5;

    /// <summary>The text of a control.</summary>
    public string Text(int id)
    {
        var control = Of(id);
        var text = new char[Dialogs.GetWindowTextLengthW(control) + 1];
        fixed (char* start = text)
        {
            return new string(start, 0, Dialogs.GetWindowTextW(control, start, text.Length));
        }
    }

    /// <summary>Gives a control another text; nothing happens where it is the same.</summary>
    public void SetText(int id, string text)
    {
        if (!string.Equals(Text(id), text, StringComparison.Ordinal))
        {
            Dialogs.SetWindowTextW(Of(id), text);
        }
    }

    /// <summary>Shows an example in an empty field.</summary>
    public void SetExample(int id, string text) => Dialogs.SendTextW(Of(id), SetCue, 1, text);

    /// <summary>Greys a control out, or not.</summary>
    public void Enable(int id, bool isEnabled) => Dialogs.EnableWindow(Of(id), isEnabled);

    /// <summary>Shows or hides a control.</summary>
    public void Show(int id, bool isShown) => Dialogs.ShowWindow(Of(id), isShown ? Shown : Hidden);

    /// <summary>Whether a box is ticked or a choice taken.</summary>
    public bool IsChecked(int id) => Dialogs.SendMessageW(Of(id), GetCheck, 0, 0) == 1;

    /// <summary>Ticks a box or takes a choice, or not.</summary>
    public void Check(int id, bool isChecked) => Dialogs.SendMessageW(Of(id), SetCheck, isChecked ? 1 : 0, 0);

    /// <summary>The chosen row of a list, from 0; -1: none.</summary>
    public int Row(int id) => (int)Dialogs.SendMessageW(Of(id), GetRow, 0, 0);

    /// <summary>Fills a list. Rows that are wider than it can be moved sideways.</summary>
    /// <param name="id">The list.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="chosen">The row that is chosen; -1: none.</param>
    /// <param name="characterWidth">The most that a character takes, in pixels.</param>
    public void SetRows(int id, IReadOnlyList<string> rows, int chosen, int characterWidth)
    {
        var list = Of(id);
        Dialogs.SendMessageW(list, ClearRows, 0, 0);
        foreach (var row in rows)
        {
            Dialogs.SendTextW(list, AddRow, 0, row);
        }

        Dialogs.SendMessageW(list, SetRow, chosen, 0);
        Dialogs.SendMessageW(list, SetWidth, rows.Select(Cells).DefaultIfEmpty().Max() * characterWidth / 2, 0);
    }

    /// <summary>Puts the keyboard on a control; the text of a field is marked.</summary>
    public void Focus(int id)
    {
        Dialogs.SendMessageW(window, NextControl, Of(id), 1);
        Dialogs.SendMessageW(Of(id), SelectAll, 0, -1);
    }

    /// <summary>Gives the window the icon of the program.</summary>
    public void SetProgramIcon()
    {
        var icon = Dialogs.LoadIconW(Kernel32.GetModuleHandleW(0), ProgramIcon);
        Dialogs.SendMessageW(window, SetIcon, 0, icon);
        Dialogs.SendMessageW(window, SetIcon, 1, icon);
    }

    // A Chinese character takes the room of two others.
    private static int Cells(string text) => text.Sum(character => character < '\u2E80' ? 1 : 2) + 1;

    private nint Of(int id) => Dialogs.GetDlgItem(window, id);
}
