namespace H.NotifyIcon.Core;

/// <summary>The symbol beside a notification.</summary>
public enum NotificationIcon
{
    /// <summary>No symbol.</summary>
    None = 0,

    /// <summary>An information.</summary>
    Info = 1,

    /// <summary>A warning.</summary>
    Warning = 2,

    /// <summary>An error.</summary>
    Error = 3,
}
