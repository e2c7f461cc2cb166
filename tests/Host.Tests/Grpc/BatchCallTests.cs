using Microsoft.Extensions.Logging.Abstractions;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Grpc;
using Validation.Server.Options;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Grpc;

public sealed class BatchCallTests
{
    private const int Places = 2;

    /// <summary>Long enough for a call that reads ahead to show it; the expectation does not depend on it.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task BatchCall_ChecksAreSlow_DoesNotReadAhead()
    {
        var check = new FakeCheck();
        check.Close();
        var taken = await TakenWhileBlockedAsync(check, new SlowReplies(), () => check.EnteredAsync());

        taken.ShouldBe(Places + 1);
    }

    [Fact]
    public async Task BatchCall_ClientTakesNoReplies_DoesNotReadAheadAndWritesOneAtATime()
    {
        var check = new FakeCheck();
        var replies = new SlowReplies();
        var taken = await TakenWhileBlockedAsync(check, replies, () => check.EnteredAsync());

        taken.ShouldBe(Places + 1);
        replies.Overlapped.ShouldBeFalse();
    }

    private static async Task<int> TakenWhileBlockedAsync(FakeCheck check, SlowReplies replies, Func<Task> placeTaken)
    {
        var options = new ServerOptions { ConcurrentDocuments = Places };
        using var book = new RuleBook(new WatchHub(options, TimeProvider.System), NullLogger<RuleBook>.Instance);
        using var alarms = new RuleAlarms(book, TimeProvider.System, NullLogger<RuleAlarms>.Instance);
        using var folder = new TemporaryFolder();
        using var counts = new RuleCounts(
            new RuleCountStore(new SqliteDialect(DataFolder.Choose(folder.Path))), TimeProvider.System);
        using var runner = new CheckRunner(
            check, alarms, Figures.None, counts, options, TimeProvider.System, NullLogger<CheckRunner>.Instance);
        using var cancel = new CancellationTokenSource();
        var requests = new CountingRequests();
        var budget = new ByteBudget(options, TimeProvider.System);
        using var batch = new BatchCall(requests, replies, runner, budget, Principal.Server, options, cancel.Token);
        var call = batch.RunAsync(CancellationToken.None);
        await placeTaken();
        await placeTaken();
        await Administration.UntilAsync(() => Task.FromResult(requests.Taken > Places)).InTime();
        await Task.Delay(Moment);
        var taken = requests.Taken;

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call.InTime());
        return taken;
    }
}
