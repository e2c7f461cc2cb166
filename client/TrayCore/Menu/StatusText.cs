using Validation.Client.Monitor;
using Validation.Client.Wording;
using Validation.Tray.Icons;

namespace Validation.Tray.Menu;

/// <summary>The status in words and as an icon.</summary>
internal static class StatusText
{
    /// <summary>The state in one line. Where drafts wait for an end of it, it says how many.</summary>
    public static string Of(MonitorStatus status, TimeZoneInfo zone) =>
        status.State is MonitorState.Offline or MonitorState.Paused && status.Waiting > 0
            ? $"{State(status, zone)}；{WaitingWords.Of(status.Waiting)}"
            : State(status, zone);

    private static string State(MonitorStatus status, TimeZoneInfo zone) => status.State switch
    {
        MonitorState.Problems => TrayTexts.Problems(status.Problems),
        MonitorState.Unchecked => TrayTexts.Unchecked(status.Unchecked),
        MonitorState.Connecting => TrayTexts.Connecting,
        MonitorState.Checking => TrayTexts.Checking,
        MonitorState.Offline => TrayTexts.Offline,
        MonitorState.Paused when status.PausedUntil is { } end => TrayTexts.PausedUntil(TimeZoneInfo.ConvertTime(end, zone)),
        MonitorState.Paused => TrayTexts.Paused,
        MonitorState.Normal => TrayTexts.Normal,
        _ => TrayTexts.Connecting,
    };

    /// <summary>What the icon says below the pointer: the state, the server, and what is amiss, as far as there is room.</summary>
    /// <param name="status">The status.</param>
    /// <param name="watches">Whether there is a folder to watch.</param>
    /// <param name="zone">Where the clerk is.</param>
    public static string ToolTip(MonitorStatus status, bool watches, TimeZoneInfo zone)
    {
        var lines = new List<string> { $"{TrayTexts.Product}：{Of(status, zone)}", TrayTexts.Server(status.Server.ToString()) };
        if (!watches)
        {
            lines.Add(TrayTexts.NoFolder);
        }

        if (status.Unchecked > 0 && status.State != MonitorState.Unchecked)
        {
            lines.Add(TrayTexts.Unchecked(status.Unchecked));
        }

        if (status.CannotSave)
        {
            lines.Add(TrayTexts.CannotSave);
        }

        lines.AddRange(status.MissingFolders.Select(TrayTexts.MissingFolder));
        return ShellText.ToolTip(string.Join('\n', lines));
    }

    /// <summary>The state as an icon.</summary>
    public static IconState Icon(MonitorState state) => state switch
    {
        MonitorState.Problems => IconState.Problems,
        MonitorState.Checking => IconState.Checking,
        MonitorState.Offline => IconState.Offline,
        MonitorState.Paused => IconState.Paused,
        MonitorState.Normal => IconState.Normal,
        _ => IconState.Unknown,
    };
}
