using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Xunit.Abstractions;

namespace Validation.EndToEnd.Tests.Watching;

/// <summary>Whatever happens to files, server and client: nothing lost, nothing doubled.</summary>
[Trait("Size", "Long")]
public sealed class WatchTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-watch-");

    private string Drafts => Path.Combine(_folder.FullName, "年报");

    private string State => Path.Combine(_folder.FullName, "state");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Drafts);
        await _server.InitializeAsync();
    }

    [Fact]
    public async Task Files_AThousandAtOnce_AreEachAnsweredOnce()
    {
        await using (var watch = await StartAsync())
        {
            Drop(1000);
            await watch.UntilAsync(() => watch.Checked.Count >= 1000);
            await watch.StateAsync("PROBLEMS");

            watch.Checked.Select(draft => draft.Name).Distinct().Count().ShouldBe(1000);
            watch.Checked.Count.ShouldBe(1000);
            // A storm of files is no storm of notifications.
            watch.Notices.Count.ShouldBeLessThan(100);
            Directory.GetFiles(Drafts).Length.ShouldBe(1000);
            await watch.StopAsync();
        }

        await using var again = await StartAsync();
        await ShowNothingElseAsync(again);
    }

    [Fact]
    public async Task Saves_AHundredInTenSeconds_AreAnsweredByTheLastContent()
    {
        await using var watch = await StartAsync();
        for (var i = 1; i <= 100; i++)
        {
            // The last one is right, all others are wrong.
            Save("年报.txt", i < 100 ? "qinhuangdao-2024" : "jiyuan-2024", i);
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        await watch.UntilAsync(() => watch.Checked is [.., ("年报.txt", "VERDICT_ACCEPT")]);
        await watch.StateAsync("NORMAL");
        output.WriteLine($"100 saves in about 10 s: {watch.Checked.Count} checks");
        watch.Checked.Count(draft => draft.Verdict == "VERDICT_ACCEPT").ShouldBe(1);
        Save("末尾.txt", "jiyuan-2024", 0);
        await watch.UntilAsync(() => watch.Checked[^1].Name == "末尾.txt");
        watch.Checked[^2].ShouldBe(("年报.txt", "VERDICT_ACCEPT"));
    }

    [Fact]
    public async Task Server_KilledInTheMiddle_EachDraftIsAnsweredOnce()
    {
        await using var watch = await StartAsync();
        Drop(300);
        await watch.UntilAsync(() => watch.Checked.Count >= 20);
        await _server.KillAsync();
        await watch.StateAsync("OFFLINE");
        // However many were answered until then: these were not.
        Drop(10, from: 300);
        await watch.UntilAsync(() => watch.Notices.Contains("校验服务没有应答"));
        watch.Checked.Count.ShouldBeLessThanOrEqualTo(300);

        await _server.InitializeAsync();

        await watch.UntilAsync(() => watch.Checked.Count >= 310);
        await watch.StateAsync("PROBLEMS");
        watch.Checked.Count.ShouldBe(310);
        watch.Checked.Select(draft => draft.Name).Distinct().Count().ShouldBe(310);
        watch.Checked.ShouldAllBe(draft => draft.Verdict != null);
        watch.Notices.Count(title => title == "校验服务没有应答").ShouldBe(1);
    }

    [Fact]
    public async Task Client_KilledInTheMiddle_GoesOnWhereItWas()
    {
        List<string> first;
        await using (var watch = await StartAsync())
        {
            Drop(300);
            await watch.UntilAsync(() => watch.Checked.Count >= 20);
            await watch.Process.KillAsync();
            first = [.. watch.Checked.Select(draft => draft.Name)];
        }

        await using var again = await StartAsync();
        await again.UntilAsync(() => first.Concat(again.Checked.Select(draft => draft.Name)).Distinct().Count() == 300);
        // A kill may come between telling and writing down; as many drafts are under way at once.
        await ShowNothingElseAsync(again, most: 300 - first.Count + 4);
    }

    [Fact]
    public async Task Client_WithNothingToDo_NeedsLittle()
    {
        await using var watch = await StartAsync();
        Drop(25);
        await watch.UntilAsync(() => watch.Checked.Count == 25);
        // The work that comes after the checks is soon done.
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = watch.Usage();
        await Task.Delay(Idle);
        var after = watch.Usage();

        var share = (after.Processor - before.Processor) / Idle;
        output.WriteLine($"validate watch, idle for {Idle.TotalSeconds} s: {share:P2} of a core, {after.Memory / 1e6:F1} MB resident");
        // Far from the usual: they tell a loop and a leak, not a busy machine.
        share.ShouldBeLessThan(0.25);
        after.Memory.ShouldBeLessThan(250_000_000);
    }

    [DiskFact]
    public async Task Disk_Full_LosesNothingAndDoublesNothing()
    {
        await using var disk = await SmallDisk.MountAsync(State, kibibytes: 512);
        await using (var watch = await StartAsync())
        {
            Save("之前.txt", "jiyuan-2024", 0);
            await watch.UntilAsync(() => watch.Checked.Count == 1);
            disk.Fill();
            Drop(30);
            await watch.UntilAsync(() => watch.Checked.Count >= 31);
            await watch.UntilAsync(() => watch.Status!.Value.GetProperty("cannot_save").GetBoolean());
            disk.Free();
            await watch.UntilAsync(() => !watch.Status!.Value.GetProperty("cannot_save").GetBoolean());

            watch.Checked.Select(draft => draft.Name).Distinct().Count().ShouldBe(31);
            watch.Checked.Count.ShouldBe(31);
            watch.Checked.ShouldAllBe(draft => draft.Verdict != null);
            await watch.Process.KillAsync();
        }

        await using var again = await StartAsync();
        await ShowNothingElseAsync(again);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<WatchProcess> StartAsync() => WatchProcess.StartAsync(_server.GrpcEndpoint, Drafts, State, more: "--no-desktop");

    /// <summary>Many drafts, in a folder that comes all at once as well as one by one.</summary>
    private void Drop(int count, int from = 0)
    {
        string[] samples = ["qinhuangdao-2024", "jiyuan-2024", "xushui-2024", "xingtai-2024", "xingtai-gaoxinqu-2024"];
        for (var i = from; i < from + count; i++)
        {
            Save($"{i}.txt", samples[i % samples.Length], i);
        }
    }

    private void Save(string name, string sample, int number)
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "samples", $"{sample}.txt"));
        var temporary = Path.Combine(Drafts, "~WRD0001.tmp");
        File.WriteAllText(temporary, $"{text}\n{number}\n");
        File.Move(temporary, Path.Combine(Drafts, name), overwrite: true);
    }

    /// <summary>Shows that no more is checked by what comes next instead.</summary>
    private async Task ShowNothingElseAsync(WatchProcess watch, int most = 0)
    {
        Save("末尾.txt", "jiyuan-2024", 0);
        await watch.UntilAsync(() => watch.Checked.Any(draft => draft.Name == "末尾.txt"));
        watch.Checked.Select(draft => draft.Name).Distinct().Count().ShouldBe(watch.Checked.Count);
        watch.Checked.Count.ShouldBeLessThanOrEqualTo(most + 1);
    }
}
