namespace H.NotifyIcon.Core;

/// <summary>The symbol beside a notification.</summary>
public enum NotificationIcon
{
    /// <summary>No symbol beside the text.</summary>
    None = 0,

    /// <summary>The symbol for information.</summary>
    Info = 1,

    /// <summary>The symbol for a warning.</summary>
    Warning = 2,

    /// <summary>The symbol for an error.</summary>
    Error = 3,
}
