using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>Drafts whose report of last year lies beside them and is saved. A real folder; the test answers for the server.</summary>
public sealed class LastYearSavedTests : IAsyncLifetime, IDisposable
{
    private const string Prior = "2023年年报.txt";
    private const string Name = "2024年年报.txt";

    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
    }

    [Fact]
    public async Task Prior_Saved_ChecksTheDraftAgainAndTellsWhatIsDifferent()
    {
        var findings = new Queue<Finding[]>([[], [Outcomes.Balance()]]);
        Answers(findings.Dequeue);
        await using var watch = await StartAsync();
        await SaveAsync(watch, Name, "1");
        (await watch.NoticedAsync()).Draft!.Name.ShouldBe(Name);

        (await SaveAsync(watch, Prior, "1")).Name.ShouldBe(Prior);
        var again = await watch.CheckedAsync();

        (again.Name, again.Changes!.New).ShouldBe((Name, 1));
        var told = await watch.NoticedAsync();
        while (told is { Drafts: 1, Draft.Name: Prior })
        {
            // On a busy machine the answer for last year's report is told alone.
            told = await watch.NoticedAsync();
        }

        told.Draft!.Name.ShouldBe(Name);
        _server.Validator.Chunks.Where(part => part.Use == DraftUse.Prior).ShouldHaveSingleItem().FileName.ShouldBe(Prior);
        await watch.NothingElseAsync(_folder);
    }

    [Fact]
    public async Task Prior_SavedWithoutAChangeOfTheAnswer_IsNotTold()
    {
        Answers(() => [Outcomes.Balance()]);
        await using var watch = await StartAsync();
        await SaveAsync(watch, Name, "1");
        (await watch.NoticedAsync()).Draft!.Name.ShouldBe(Name);

        await SaveAsync(watch, Prior, "1");
        var again = await watch.CheckedAsync();

        (again.Name, again.Verdict).ShouldBe((Name, Verdict.Reject));
        (await watch.NoticedAsync()).Draft!.Name.ShouldBe(Prior);
        await SaveAsync(watch, "别的.txt", "1");
        (await watch.NoticedAsync()).Draft!.Name.ShouldBe("别的.txt");
    }

    [Fact]
    public async Task Draft_Saved_DoesNotCheckLastYearsReportAgain()
    {
        await using var watch = await StartAsync();
        await SaveAsync(watch, Prior, "1");

        (await SaveAsync(watch, Name, "1")).Name.ShouldBe(Name);

        await watch.NothingElseAsync(_folder);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    // What is found in the draft; in all others nothing is.
    private void Answers(Func<Finding[]> findings)
    {
        _server.Validator.Answer = (request, _) =>
        {
            Finding[] found = request.FileName == Name ? findings() : [];
            var reply = Outcomes.Reply(found.Length == 0 ? Verdict.Accept : Verdict.Reject, found);
            (reply.Id, reply.FileName) = (request.Id, request.FileName);
            return Task.FromResult(reply);
        };
    }

    private async Task<CheckedDraft> SaveAsync(MonitorWatch watch, string name, string content)
    {
        _folder.SaveLikeWord(name, content);
        return await watch.CheckedAsync();
    }

    private Task<MonitorWatch> StartAsync() =>
        MonitorWatch.StartAsync(new ClientSettings { Server = _server.Address, Folders = [_folder.Path] }, _data.Path);
}
