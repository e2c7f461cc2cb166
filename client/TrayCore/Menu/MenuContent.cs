using Validation.Client.Monitor;

namespace Validation.Tray.Menu;

/// <summary>What the menu shows.</summary>
/// <param name="Status">How the watching stands.</param>
/// <param name="Recent">The drafts to list: those with problems first, then the ones checked last.</param>
/// <param name="Folders">The folders that are watched.</param>
/// <param name="FoldersAreFixed">Whether they cannot be changed here.</param>
/// <param name="StartsWithWindows">Whether the program starts at log-on.</param>
internal sealed record MenuContent(
    MonitorStatus Status, IReadOnlyList<CheckedDraft> Recent, IReadOnlyList<string> Folders, bool FoldersAreFixed, bool StartsWithWindows);
