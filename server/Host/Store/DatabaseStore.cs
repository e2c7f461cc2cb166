using System.Data.Common;

namespace Validation.Server.Store;

/// <summary>Something that is kept in the database. The tables are made or brought forward when first needed, and again after trouble.
/// Thread-safe.</summary>
internal abstract class DatabaseStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null)
{
    private readonly IReadOnlyList<SchemaStep> _steps = steps ?? Schema.Steps;
    private volatile bool _ready;

    /// <summary>What is particular about the database.</summary>
    protected StoreDialect Dialect => dialect;

    /// <summary>Does something in a transaction: it is on disk when this returns.</summary>
    /// <exception cref="StoreException">The database cannot be used. Nothing was changed, except that a connection lost while committing
    /// leaves that open.</exception>
    protected Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        return WriteAsync(work, null, cancellationToken);
    }

    /// <summary>Does something in a transaction, and looks whether it can be found afterwards.</summary>
    /// <param name="work">Does it.</param>
    /// <param name="isFound">Whether a connection that is opened afresh finds what was done.</param>
    /// <param name="cancellationToken">Gives up, as long as nothing is committed.</param>
    /// <exception cref="StoreException">The database cannot be used, or what was done is not found.</exception>
    protected Task<T> WriteAsync<T>(
        Func<DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isFound, CancellationToken cancellationToken)
    {
        var place = dialect.Place;
        return WithConnectionAsync(
            async connection =>
            {
                await using var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
                var result = await work(transaction);
                // From here on nobody can tell any more whether it took effect.
                await transaction.CommitAsync(CancellationToken.None);
                if (isFound is not null)
                {
                    await ConfirmAsync(isFound, place);
                }

                return result;
            },
            cancellationToken);
    }

    /// <summary>A file can be deleted or replaced under a server, and the database does not notice: it goes on writing to what nobody will
    /// ever find. What is acknowledged must be found where the next start would look for it.</summary>
    /// <param name="isFound">Whether a connection that is opened afresh finds what was written.</param>
    /// <param name="place">Where the database was before it was written to.</param>
    /// <exception cref="StoreException">It is not found there.</exception>
    protected async Task ConfirmAsync(Func<DbConnection, Task<bool>> isFound, string place)
    {
        await using var afresh = await dialect.OpenAfreshAsync(CancellationToken.None);
        if (!await isFound(afresh) || (place.Length > 0 && dialect.Place != place) || !await dialect.IsWholeAsync(afresh))
        {
            dialect.Forget();
            throw new StoreException(Texts.StoreReplaced(dialect.Name));
        }
    }

    /// <summary>Does something with the database.</summary>
    /// <exception cref="StoreException">The database cannot be used.</exception>
    protected async Task<T> WithConnectionAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            if (!_ready)
            {
                await Migration.RunAsync(dialect, connection, _steps, cancellationToken);
                _ready = true;
            }

            return await work(connection);
        }
        catch (Exception fault) when (fault is not StoreException
            && !(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Whatever a driver throws, the store is what failed; the tables may have gone with it.
            _ready = false;
            dialect.Forget();
            throw new StoreException(Texts.StoreFailed(dialect.Name), fault);
        }
    }
}
