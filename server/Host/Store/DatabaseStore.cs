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
        return WithConnectionAsync(
            async connection =>
            {
                await using var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
                var result = await work(transaction);
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            },
            cancellationToken);
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
