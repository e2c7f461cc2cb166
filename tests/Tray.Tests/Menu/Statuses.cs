using Validation.Client.Connection;
using Validation.Client.Monitor;

namespace Validation.Tray.Tests.Menu;

/// <summary>States of affairs.</summary>
internal static class Statuses
{
    public static MonitorStatus Of(MonitorState state)
    {
        ServerAddress.TryParse("https://10.0.0.8:5081", out var server).ShouldBeTrue();
        return new MonitorStatus { State = state, Server = server };
    }
}
