using Validation.Client.Monitor;
using Validation.Client.Settings;

namespace Validation.Cli.Watch;

/// <summary>Prints what a monitor tells, as it is told.</summary>
internal interface IWatchPrinter
{
    /// <summary>Prints the settings that are in force, at the beginning and after each change.</summary>
    void Begin(ClientSettings settings);

    /// <summary>Prints the answer to a draft that was checked.</summary>
    void Show(CheckedDraft draft);

    /// <summary>Prints the status after it has changed.</summary>
    void Show(MonitorStatus status);

    /// <summary>Prints what lies in a folder that is watched from now on.</summary>
    void Show(AddedFolder added);

    /// <summary>Prints a notification when it is due.</summary>
    void Show(Notice notice);
}
