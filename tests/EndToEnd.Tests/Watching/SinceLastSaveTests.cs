using System.Text.Json;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Watching;

/// <summary>What `validate watch` and a real server say of a draft that is mended save by save.</summary>
[Trait("Size", "Long")]
public sealed class SinceLastSaveTests : IAsyncLifetime, IDisposable
{
    private const string Total = "(七) 总计\t1";

    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-since-");
    private readonly string _right = File.ReadAllText(Repository.PathOf("tests", "samples", "jiyuan-2024.txt"));

    private string Drafts => Path.Combine(_folder.FullName, "年报");

    private string Wrong => _right.Replace(Total, "(七) 总计\t2", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Drafts);
        await _server.InitializeAsync();
    }

    [Fact]
    public async Task Draft_MendedAfterARestart_CountsWhatIsFixedAndWhatIsLeft()
    {
        int left;
        await using (var first = await StartAsync())
        {
            Save(_right);
            left = Count(await NextAsync(first, 1));
            Save(Wrong);
            var spoilt = await NextAsync(first, 2);
            Changes(spoilt).ShouldBe((0, left, Count(spoilt) - left));
            spoilt.GetProperty("new").GetInt32().ShouldBePositive();
            await first.StopAsync();
        }

        await using var second = await StartAsync();
        // Lines that move change no finding.
        Save("\n\n" + _right);

        var mended = await NextAsync(second, 1);
        mended.GetProperty("fixed").GetInt32().ShouldBePositive();
        mended.GetProperty("new").GetInt32().ShouldBe(0);
        mended.GetProperty("remaining").GetInt32().ShouldBe(left);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Delete(recursive: true);

    private static int Count(JsonElement told) =>
        told.GetProperty("errors").GetInt32() + told.GetProperty("warnings").GetInt32() + told.GetProperty("hints").GetInt32();

    private static (int Fixed, int Remaining, int New) Changes(JsonElement told) =>
        (told.GetProperty("fixed").GetInt32(), told.GetProperty("remaining").GetInt32(), told.GetProperty("new").GetInt32());

    private static async Task<JsonElement> NextAsync(WatchProcess watch, int number)
    {
        await watch.UntilAsync(() => watch.Checked.Count >= number);
        return watch.Events.Last(told => told.GetProperty("event").GetString() == "checked");
    }

    private Task<WatchProcess> StartAsync() =>
        WatchProcess.StartAsync(_server.GrpcEndpoint, Drafts, Path.Combine(_folder.FullName, "state"), more: "--no-desktop");

    private void Save(string text)
    {
        var temporary = Path.Combine(Drafts, "~WRD0001.tmp");
        File.WriteAllText(temporary, text);
        File.Move(temporary, Path.Combine(Drafts, "年报.txt"), overwrite: true);
    }
}
