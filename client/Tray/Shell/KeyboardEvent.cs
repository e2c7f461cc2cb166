namespace H.NotifyIcon.Core;

/// <summary>What somebody wants of the icon, whether with the keyboard or with the mouse.</summary>
public enum KeyboardEvent
{
    /// <summary>The menu: a right click, Shift+F10 or the menu key.</summary>
    ContextMenu,

    /// <summary>The icon was chosen with the space bar or Enter.</summary>
    KeySelect,

    /// <summary>The icon was chosen with a left click.</summary>
    Select,
}
