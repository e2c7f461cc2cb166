using Validation.Client;

namespace Validation.Cli.Watch;

/// <summary>Prints what a monitor tells, as it is told.</summary>
internal interface IWatchPrinter
{
    /// <summary>Begins, or goes on with other settings.</summary>
    void Begin(ClientSettings settings);

    /// <summary>A draft was checked.</summary>
    void Show(CheckedDraft draft);

    /// <summary>The status has changed.</summary>
    void Show(MonitorStatus status);

    /// <summary>A notification is due.</summary>
    void Show(Notice notice);
}
