using Validation.Server.Store;
using Validation.Server.Tests.Support;

namespace Validation.Server.Tests.Store;

/// <summary>The disk below the store stands still: whoever asks is told after a while, and gets his answer once it moves again.</summary>
public sealed class SilentStoreTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Asked_DiskStandsStill_SaysSo()
    {
        using var moves = new ManualResetEventSlim();
        var database = new SqliteDialect(new DataFolder(_folder.PathOf("data")));
        var dialect = new InterferingDialect(database) { ShorterPatience = Patience, BeforeOpen = () => moves.Wait(Longest) };
        var overview = new ArchiveOverview(dialect);
        var asking = Should.ThrowAsync<StoreException>(() => overview.ReportsAsync(2024, null, default));
        (await asking).Message.ShouldBe(StoreTexts.StoreSilent("SQLite", Patience));
        moves.Set();
        var again = new ArchiveOverview(database);
        (await again.ReportsAsync(2024, null, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asked_CallerGivesUpMeanwhile_DoesNotWait()
    {
        using var moves = new ManualResetEventSlim();
        using var goneAway = new CancellationTokenSource(Patience);
        var database = new SqliteDialect(new DataFolder(_folder.PathOf("data")));
        var dialect = new InterferingDialect(database) { BeforeOpen = () => moves.Wait(Longest) };
        var asking = Task.Run(() => new ArchiveOverview(dialect).ReportsAsync(2024, null, goneAway.Token));
        await Should.ThrowAsync<OperationCanceledException>(asking);
        moves.IsSet.ShouldBeFalse();
        moves.Set();
    }

    public void Dispose()
    {
        _folder.Dispose();
    }
}
