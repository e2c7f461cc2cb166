namespace Validation.Tray.Menu;

/// <summary>Something in a menu, whatever system shows it.</summary>
internal abstract class MenuItem
{
    /// <summary>False: it is left out.</summary>
    public bool Visible { get; init; } = true;
}

/// <summary>A line between rows.</summary>
internal sealed class MenuLine : MenuItem;

/// <summary>A row that does something when it is chosen.</summary>
/// <param name="text">The text; the letter after an ampersand chooses the row, two ampersands are one, and a tab parts what stands at the
/// other edge.</param>
/// <param name="chosen">What it does, on the UI thread.</param>
internal sealed class MenuRow(string text, Action chosen) : MenuItem
{
    /// <summary>The text, in the form that the constructor takes.</summary>
    public string Text { get; } = text;

    /// <summary>What it does, on the UI thread.</summary>
    public Action Chosen { get; } = chosen;

    /// <summary>Whether it has a tick.</summary>
    public bool Checked { get; init; }

    /// <summary>False: it is grey and cannot be chosen.</summary>
    public bool Enabled { get; init; } = true;
}

/// <summary>A row that opens a menu of its own.</summary>
/// <param name="text">The text, in the form that <see cref="MenuRow"/> takes.</param>
internal sealed class SubMenu(string text) : MenuItem
{
    /// <summary>The text, in the form that the constructor takes.</summary>
    public string Text { get; } = text;

    /// <summary>What is in it, from the top.</summary>
    public List<MenuItem> Items { get; } = [];
}
