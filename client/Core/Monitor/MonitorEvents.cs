namespace Validation.Client;

/// <summary>Who is told what the monitor does. Called one after another on a thread of the monitor: return soon.</summary>
public sealed class MonitorEvents
{
    /// <summary>The status differs from before.</summary>
    public Action<MonitorStatus>? StatusChanged { get; init; }

    /// <summary>There is something to notify the clerk of.</summary>
    public Action<Notice>? Noticed { get; init; }

    /// <summary>A draft was checked, or given up; also where it is not worth a notification. Once for each version of a draft.</summary>
    public Action<CheckedDraft>? Checked { get; init; }
}
