using Validation.Engine.Bodies;
using Validation.Server.Store;

namespace Validation.Server.Records;

/// <summary>Keeps the bodies and the accepted findings in memory equal to those in the store. A server that starts without the store knows
/// of no body and no acceptance until it comes back. Thread-safe.</summary>
internal sealed class RecordSync(RecordStore store, RecordBook book, TimeProvider time, ILogger<RecordSync> log)
    : StoreFollower(TimeSpan.FromMilliseconds(300), time, log)
{
    private RecordsVersion _version;

    protected override async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await store.VersionAsync(cancellationToken);
        if (version == _version)
        {
            return;
        }

        var bodies = version.Bodies == _version.Bodies
            ? book.Current.Bodies
            : new BodyRegister((await store.BodiesAsync(cancellationToken))?.Bodies ?? []);
        book.Put(bodies, await store.AcceptancesAsync(cancellationToken));
        _version = version;
    }
}
