using Microsoft.Extensions.Logging;
using Validation.Server.Checks;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Checks;

public sealed class PrivacyTests
{
    private const string Secret = "机密标记7f3a91";

    [Fact]
    public async Task Log_AtEveryLevel_HoldsNoTextOfADocument()
    {
        await using var server = await RunningServer.StartAsync();
        await server.Client.ValidateAsync(Drafts.Request("a", Secret)).ResponseAsync.InTime();
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Part("b", Secret));
        await batch.SendAsync(Drafts.Request("b", Secret));
        await batch.SendAsync(Drafts.Part("c", Secret));
        await batch.CompleteAsync();
        await batch.EndAsync();
        await server.StopAsync();

        server.Log.Lines.Count(line => line.EventName == nameof(CheckLog.Checked)).ShouldBe(2);
        server.Log.Lines.ShouldContain(line => line.Level == LogLevel.Trace);
        server.Log.Lines.ShouldNotContain(line => line.Text.Contains(Secret));
    }

    [Fact]
    public async Task Log_EngineFailure_DoesNotQuoteTheDocument()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        server.ExpectedErrors.Add(nameof(CheckLog.CheckFailed));

        await server.Client.ValidateAsync(Drafts.Request("a", FakeCheck.Broken)).ResponseAsync.InTime();

        var line = server.Log.Lines.Single(line => line.EventName == nameof(CheckLog.CheckFailed));
        line.Text.ShouldContain(nameof(FormatException));
        line.Text.ShouldContain(nameof(FakeCheck));
        server.Log.Lines.ShouldNotContain(other => other.Text.Contains(FakeCheck.Broken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_FileNames_StandAtDebugOnOneLine()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var request = Drafts.Request("a", "草稿");
        request.FileName = "年报\n终稿.txt";

        await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        var named = server.Log.Lines.Where(line => line.Text.Contains("终稿")).ToList();
        named.ShouldNotBeEmpty();
        named.ShouldAllBe(line => line.Level <= LogLevel.Debug && line.Text.Contains("年报\uFFFD终稿.txt"));
    }
}
