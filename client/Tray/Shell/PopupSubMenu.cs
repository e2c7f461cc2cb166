namespace H.NotifyIcon.Core;

/// <summary>A row that opens a menu of its own.</summary>
public class PopupSubMenu : PopupItem
{
    /// <summary>A menu without rows.</summary>
    /// <param name="text">The text; the letter after an ampersand chooses the row.</param>
    public PopupSubMenu(string text)
    {
        Text = text;
    }

    /// <summary>The text of the entry that opens the submenu.</summary>
    public string Text { get; set; }

    /// <summary>The rows, from the top.</summary>
    public ICollection<PopupItem> Items { get; } = new List<PopupItem>();
}
