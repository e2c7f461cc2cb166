using System.Data.Common;

namespace Validation.Server.Store;

/// <summary>A part of the store in the database. Its tables are made or migrated when first needed, and again after a failure.
/// Thread-safe.</summary>
internal abstract class DatabaseStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null)
{
    private readonly IReadOnlyList<SchemaStep> _steps = steps ?? Schema.Steps;
    private volatile bool _ready;

    /// <summary>The differences between SQLite and PostgreSQL.</summary>
    protected StoreDialect Dialect => dialect;

    /// <summary>Runs work in a transaction. When this returns, the changes are on disk.</summary>
    /// <exception cref="StoreException">The database cannot be used. Nothing was changed, except that a connection lost while committing
    /// leaves that open.</exception>
    protected Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        return WriteAsync(work, null, cancellationToken);
    }

    /// <summary>Runs work in a transaction, and checks that a new connection finds the changes.</summary>
    /// <param name="work">Does it.</param>
    /// <param name="isFound">Whether a connection that is opened afresh finds what was done.</param>
    /// <param name="cancellationToken">Gives up, as long as nothing is committed.</param>
    /// <param name="looksWhole">Whether the database is then looked through for damage, which takes longer the more it holds.</param>
    /// <exception cref="StoreException">The database cannot be used, or what was done is not found.</exception>
    protected Task<T> WriteAsync<T>(
        Func<DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isFound, CancellationToken cancellationToken,
        bool looksWhole = true)
    {
        var place = dialect.Place;
        return WithConnectionAsync(
            async connection =>
            {
                var result = await InTurnAsync(connection, work, cancellationToken);
                if (isFound is not null)
                {
                    await ConfirmAsync(isFound, place, looksWhole);
                }

                return result;
            },
            cancellationToken);
    }

    private async Task<T> InTurnAsync<T>(
        DbConnection connection, Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await dialect.TakeTurnAsync(cancellationToken);
        await using var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
        var result = await work(transaction);
        // From here on it is not known whether the changes took effect.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>Checks that a new connection finds the changes. A file can be deleted or replaced under a running server without SQLite
    /// noticing; the server would then write to a file that the next start does not find.</summary>
    /// <param name="isFound">Whether a connection that is opened afresh finds what was written.</param>
    /// <param name="place">Where the database was before it was written to.</param>
    /// <param name="looksWhole">Whether it is looked through for damage.</param>
    /// <exception cref="StoreException">It is not found there.</exception>
    protected async Task ConfirmAsync(Func<DbConnection, Task<bool>> isFound, string place, bool looksWhole = true)
    {
        await using var afresh = await dialect.OpenAfreshAsync(CancellationToken.None);
        if (!await isFound(afresh)
            || (place.Length > 0 && dialect.Place != place)
            || (looksWhole && !await dialect.IsWholeAsync(afresh)))
        {
            dialect.Forget();
            throw new StoreException(StoreTexts.StoreReplaced(dialect.Name));
        }
    }

    /// <summary>Asks on a connection, without a transaction, and changes nothing.</summary>
    /// <exception cref="StoreException">The database cannot be used, or does not answer in time: the question is then left to
    /// itself.</exception>
    protected async Task<T> AskAsync<T>(Func<DbConnection, Task<T>> question, CancellationToken cancellationToken)
    {
        if (dialect.Patience == Timeout.InfiniteTimeSpan)
        {
            return await WithConnectionAsync(question, cancellationToken);
        }

        // SQLite blocks the thread that asks it, also while the disk stands still.
        var asked = Task.Run(() => WithConnectionAsync(question, cancellationToken), cancellationToken);
        try
        {
            return await asked.WaitAsync(dialect.Patience, cancellationToken);
        }
        catch (TimeoutException silence)
        {
            throw new StoreException(StoreTexts.StoreSilent(dialect.Name, dialect.Patience), silence);
        }
    }

    /// <summary>Runs work on a connection, without a transaction.</summary>
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
            // Whatever the driver throws counts as a failure of the store; the tables may be gone with it.
            _ready = false;
            dialect.Forget();
            throw new StoreException(
                dialect.IsFull(fault) ? StoreTexts.StoreFull(dialect.Name) : StoreTexts.StoreFailed(dialect.Name), fault);
        }
    }
}
