namespace H.NotifyIcon.Core;

/// <summary>A line between rows.</summary>
public class PopupMenuSeparator : PopupItem
{
}
