using Validation.Client;
using Validation.Client.Wording;
using Validation.Tray.Icons;

namespace Validation.Tray.Menu;

/// <summary>The status in words and as an icon.</summary>
internal static class StatusText
{
    /// <summary>The state in one line.</summary>
    public static string Of(MonitorStatus status, TimeZoneInfo zone) => status.State switch
    {
        MonitorState.Problems => Texts.Problems(status.Problems),
        MonitorState.Checking => Texts.Checking,
        MonitorState.Offline when status.Waiting > 0 => $"{Texts.Offline}，{Texts.Waiting(status.Waiting)}",
        MonitorState.Offline => Texts.Offline,
        MonitorState.Paused when status.PausedUntil is { } end => Texts.PausedUntil(TimeZoneInfo.ConvertTime(end, zone)),
        MonitorState.Paused => Texts.Paused,
        _ => Texts.Normal,
    };

    /// <summary>What the icon says below the pointer: the state, the server, and what is amiss, as far as there is room.</summary>
    /// <param name="status">The status.</param>
    /// <param name="watches">Whether there is a folder to watch.</param>
    /// <param name="zone">Where the clerk is.</param>
    public static string ToolTip(MonitorStatus status, bool watches, TimeZoneInfo zone)
    {
        var lines = new List<string> { $"{Texts.Product}：{Of(status, zone)}", Texts.Server(status.Server.ToString()) };
        if (!watches)
        {
            lines.Add(Texts.NoFolder);
        }

        if (status.CannotSave)
        {
            lines.Add(Texts.CannotSave);
        }

        lines.AddRange(status.MissingFolders.Select(Texts.MissingFolder));
        return ShellText.ToolTip(string.Join('\n', lines));
    }

    /// <summary>The state as an icon.</summary>
    public static IconState Icon(MonitorState state) => state switch
    {
        MonitorState.Problems => IconState.Problems,
        MonitorState.Checking => IconState.Checking,
        MonitorState.Offline => IconState.Offline,
        MonitorState.Paused => IconState.Paused,
        _ => IconState.Normal,
    };
}
