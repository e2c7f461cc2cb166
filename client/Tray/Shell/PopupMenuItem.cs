namespace H.NotifyIcon.Core;

/// <summary>A row that does something when it is clicked.</summary>
public class PopupMenuItem : PopupItem
{
    /// <summary>A row with a text.</summary>
    /// <param name="text">The text; the letter after an ampersand chooses the row.</param>
    /// <param name="onClick">What the row does, on the thread that shows the menu.</param>
    public PopupMenuItem(string text, EventHandler<EventArgs> onClick)
    {
        Text = text;
        Click += onClick;
    }

    /// <summary>The row was chosen.</summary>
    public event EventHandler<EventArgs>? Click;

    /// <summary>Whether the row has a tick.</summary>
    public bool Checked { get; set; }

    /// <summary>False: the row is grey and cannot be chosen.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The text of the entry in the menu.</summary>
    public string Text { get; set; }

    internal void OnClick() => Click?.Invoke(this, EventArgs.Empty);
}
