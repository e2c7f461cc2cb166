using Validation.Client.Connection;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>All is well only where everything was checked and the server has answered.</summary>
public sealed class UncheckedDraftsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Rules.Watched = async (_, replies, stop) =>
        {
            await replies.WriteAsync(new WatchReply { Version = "2026.1" }, stop);
            await Task.Delay(Timeout.Infinite, stop);
        };
    }

    [Fact]
    public async Task Drafts_ThereBeforeTheFolderWasWatched_AreCountedUntilTheyAreChecked()
    {
        _folder.Write("对的.txt", "1");
        _folder.Write("错的.txt", "2");
        _server.Validator.Answer = (request, _) => Task.FromResult(
            request.FileName == "错的.txt" ? new ValidateReply { Verdict = Verdict.Reject } : FakeValidator.Accept(request));
        await using var watch = await StartAsync();
        (await watch.AddedAsync()).ShouldBe(new AddedFolder(_folder.Path, Drafts: 2, Unchecked: 2));
        await watch.StatusAsync(status => status is { State: MonitorState.Unchecked, Unchecked: 2, HasAnswered: true });
        _server.Validator.Unary.ShouldBeEmpty();

        watch.Monitor.CheckUnchecked();

        List<string> names = [(await watch.CheckedAsync()).Name, (await watch.CheckedAsync()).Name];
        names.Order(StringComparer.Ordinal).ShouldBe(["对的.txt", "错的.txt"]);
        await watch.StatusAsync(status => status is { State: MonitorState.Problems, Problems: 1, Unchecked: 0 });
        (await watch.NoticedAsync()).Title.ShouldBe("检查了 2 份草稿");
    }

    [Fact]
    public async Task Drafts_NeverChecked_AreStillCountedAfterARestart()
    {
        _folder.Write("早先.txt", "1");
        await using (var first = await StartAsync())
        {
            await first.AddedAsync();
        }

        await using var second = await StartAsync();

        await second.StatusAsync(status => status is { State: MonitorState.Unchecked, Unchecked: 1 });
    }

    [Fact]
    public async Task Folder_AddedWhileItRuns_IsConfirmedAlsoWhenItIsKnown()
    {
        using var other = new TestFolder();
        other.Write("早先.txt", "1");
        await using var watch = await StartAsync();
        await watch.AddedAsync();
        watch.Monitor.Apply(Settings(_folder.Path, other.Path));
        (await watch.AddedAsync()).Folder.ShouldBe(other.Path);
        await watch.StatusAsync(status => status.Unchecked == 1);
        watch.Monitor.Apply(Settings(_folder.Path));
        await watch.StatusAsync(status => status.Unchecked == 0);
        other.Write("新的.txt", "1");

        watch.Monitor.Apply(Settings(_folder.Path, other.Path));

        (await watch.AddedAsync()).Folder.ShouldBe(other.Path);
        (await watch.CheckedAsync()).Name.ShouldBe("新的.txt");
    }

    [Fact]
    public async Task Server_ThatHasNotAnsweredYet_IsNotCalledWell()
    {
        // It takes the connection and says nothing.
        using var mute = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        mute.Start();
        var port = ((System.Net.IPEndPoint)mute.LocalEndpoint).Port;
        ServerAddress.TryParse($"http://127.0.0.1:{port}", out var address).ShouldBeTrue();

        await using var watch = await MonitorWatch.StartAsync(Settings(_folder.Path) with { Server = address }, _data.Path);

        watch.Monitor.Status.State.ShouldBe(MonitorState.Connecting);
        watch.Monitor.Status.HasAnswered.ShouldBeFalse();
    }

    [Fact]
    public async Task Server_ThatAnswers_IsCalledWellWithoutADraft()
    {
        await using var watch = await StartAsync();

        await watch.StatusAsync(status => status is { State: MonitorState.Normal, HasAnswered: true });
    }

    [Theory]
    [InlineData(0, 0, "里面还没有草稿；以后每次保存都会自动检查。")]
    [InlineData(3, 0, "里面有 3 份草稿，都检查过了；以后每次保存都会自动检查。")]
    [InlineData(3, 2, "里面有 3 份草稿，其中 2 份还没有检查过。以后每次保存都会自动检查。")]
    public void Confirmation_OfAFolder_SaysHowManyDraftsWereNotChecked(int drafts, int left, string text) =>
        new AddedFolder("年报", drafts, left).Text.ShouldBe(text);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private ClientSettings Settings(params string[] folders) => new() { Server = _server.Address, Folders = folders };

    private Task<MonitorWatch> StartAsync() => MonitorWatch.StartAsync(Settings(_folder.Path), _data.Path);
}
