namespace H.NotifyIcon.Core;

/// <summary>What the mouse did at the icon or its notification.</summary>
public enum MouseEvent
{
    /// <summary>It moved above the icon.</summary>
    MouseMove,

    /// <summary>The left button went down.</summary>
    IconLeftMouseDown,

    /// <summary>The left button went up.</summary>
    IconLeftMouseUp,

    /// <summary>The left button was clicked twice.</summary>
    IconLeftDoubleClick,

    /// <summary>The right button went down.</summary>
    IconRightMouseDown,

    /// <summary>The right button went up.</summary>
    IconRightMouseUp,

    /// <summary>The right button was clicked twice.</summary>
    IconRightDoubleClick,

    /// <summary>The middle button went down.</summary>
    IconMiddleMouseDown,

    /// <summary>The middle button went up.</summary>
    IconMiddleMouseUp,

    /// <summary>The middle button was clicked twice.</summary>
    IconMiddleDoubleClick,

    /// <summary>A button was clicked twice.</summary>
    IconDoubleClick,

    /// <summary>The notification was clicked.</summary>
    BalloonToolTipClicked,
}
