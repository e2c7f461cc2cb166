using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Startup;

public sealed class WarmUpTests
{
    [Fact]
    public async Task WarmUp_AfterStart_IsNoCheck()
    {
        await using var server = await RunningServer.StartAsync();

        await server.Log.SeesAsync("WarmedUp").InTime();

        server.Log.Lines.ShouldAllBe(line => line.EventName != "Checked");
    }

    [Fact]
    public async Task WarmUp_Stop_DoesNotHoldTheServer()
    {
        var server = await RunningServer.StartAsync();

        await server.DisposeAsync().AsTask().InTime();
    }
}
