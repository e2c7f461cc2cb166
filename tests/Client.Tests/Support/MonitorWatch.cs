using System.Threading.Channels;
using Validation.Client.Monitor;
using Validation.Client.Settings;

namespace Validation.Client.Tests.Support;

/// <summary>A running monitor, and what it tells.</summary>
internal sealed class MonitorWatch : IAsyncDisposable
{
    private readonly Channel<CheckedDraft> _checked = Channel.CreateUnbounded<CheckedDraft>();
    private readonly Channel<AddedFolder> _added = Channel.CreateUnbounded<AddedFolder>();
    private readonly Channel<Notice> _notices = Channel.CreateUnbounded<Notice>();
    private readonly CancellationTokenSource _end = new(TestTime.Limit);
    private readonly MonitorData _data;
    private readonly Task _running;

    private MonitorWatch(ClientSettings settings, string dataFolder, TimeProvider? time)
    {
        _data = MonitorData.TryOpen(dataFolder)!;
        _data.ShouldNotBeNull();
        Monitor = new DraftMonitor(settings, _data, new MonitorEvents
        {
            Checked = draft => _checked.Writer.TryWrite(draft),
            FolderAdded = added => _added.Writer.TryWrite(added),
            Noticed = notice => _notices.Writer.TryWrite(notice),
        }, time);
        _running = Monitor.RunAsync(_end.Token);
    }

    public DraftMonitor Monitor { get; }

    /// <summary>Starts a monitor and waits until it watches.</summary>
    public static async Task<MonitorWatch> StartAsync(ClientSettings settings, string dataFolder, TimeProvider? time = null)
    {
        var watch = new MonitorWatch(settings, dataFolder, time);
        await watch.StatusAsync(status => status.IsWatching);
        return watch;
    }

    public async Task<CheckedDraft> CheckedAsync() => await _checked.Reader.ReadAsync(_end.Token);

    public async Task<AddedFolder> AddedAsync() => await _added.Reader.ReadAsync(_end.Token);

    public async Task<Notice> NoticedAsync() => await _notices.Reader.ReadAsync(_end.Token);

    /// <summary>Waits for a status.</summary>
    public async Task StatusAsync(Func<MonitorStatus, bool> isReached)
    {
        while (!isReached(Monitor.Status))
        {
            _running.IsFaulted.ShouldBeFalse(_running.Exception?.ToString());
            await Task.Delay(10, _end.Token);
        }
    }

    /// <summary>Shows that nothing else comes by what comes next instead.</summary>
    public async Task NothingElseAsync(TestFolder folder)
    {
        folder.SaveLikeWord("末尾.txt", "末尾");
        (await CheckedAsync()).Name.ShouldBe("末尾.txt");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(_running.InTime());
        await Monitor.DisposeAsync();
        _data.Dispose();
        _end.Dispose();
    }
}
