namespace H.NotifyIcon.Core;

/// <summary>A row of a menu.</summary>
public abstract class PopupItem
{
    /// <summary>False: the row is left out.</summary>
    public bool Visible { get; set; } = true;
}
