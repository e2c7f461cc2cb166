using System.Data.Common;

namespace Validation.Server.Store;

/// <summary>The differences between SQLite and PostgreSQL. Thread-safe.</summary>
internal abstract class StoreDialect
{
    /// <summary>The name of the database system.</summary>
    public abstract string Name { get; }

    /// <summary>The interval at which changes are looked for that were not announced.</summary>
    public abstract TimeSpan PollInterval { get; }

    /// <summary>How long an answer is waited for. Infinite: the driver itself gives up.</summary>
    public virtual TimeSpan Patience => Timeout.InfiniteTimeSpan;

    /// <summary>The type of a column of bytes.</summary>
    public abstract string Bytes { get; }

    /// <summary>The type of a column that numbers rows by itself.</summary>
    public abstract string Identity { get; }

    /// <summary>The expression for the moment by the clock of the database, Unix milliseconds: servers need not have the same time.
    /// </summary>
    public abstract string Now { get; }

    /// <summary>The query that counts the tables with the name @name.</summary>
    public abstract string CountTables { get; }

    /// <summary>The query that gives the texts of the parameter @names, a JSON array, as rows: however many there are, it is one
    /// parameter.</summary>
    public abstract string Names { get; }

    /// <summary>The query that gives the fields of the parameter @bodies, a JSON object of texts, as rows with the columns name and
    /// body.</summary>
    public abstract string Pairs { get; }

    /// <summary>The condition that a column has one of some values.</summary>
    /// <param name="parameter">The parameter, such as "@numbers": an array of some hundred values at most.</param>
    public abstract string In(string parameter);

    /// <summary>Opens a connection. A database that does not answer is given up after some seconds.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The identity of the database under its name, which changes when another one takes that name. Empty: it cannot be told, or
    /// need not be.</summary>
    public virtual string Place => "";

    /// <summary>Opens a connection outside of the pool, which finds what the next start of a server would find. Creates nothing.</summary>
    public virtual Task<DbConnection> OpenAfreshAsync(CancellationToken cancellationToken)
    {
        return OpenAsync(cancellationToken);
    }

    /// <summary>Closes pooled connections, so that the next one sees the database as it is now.</summary>
    public virtual void Forget()
    {
    }

    /// <summary>Whether the database finds itself undamaged.</summary>
    public virtual Task<bool> IsWholeAsync(DbConnection connection)
    {
        return Task.FromResult(true);
    }

    /// <summary>Waits until no other writer of this process is at work, where writers would only collide.</summary>
    /// <returns>Ends the turn when it is disposed of; null: writers need no turns.</returns>
    /// <exception cref="StoreException">The writers before take too long.</exception>
    public virtual Task<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        return Task.FromResult<IDisposable?>(null);
    }

    /// <summary>Begins a transaction that excludes other writers and whose commit is on disk.</summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The clause with which an insert may give the numbers of its rows.</summary>
    public virtual string WithOwnNumbers => "";

    /// <summary>The statement that lets a table, {0}, number further rows in its column {1} after those that gave their numbers. Empty:
    /// none is needed.</summary>
    public virtual string NumberOn => "";

    /// <summary>Begins a read transaction that sees the database as of one moment.</summary>
    public abstract Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Whether a statement failed because its values violate a constraint.</summary>
    public abstract bool IsMisfit(DbException fault);

    /// <summary>Whether the database has no room left on its disk.</summary>
    public abstract bool IsFull(Exception fault);

    /// <summary>Announces a change to the other servers, once the transaction is committed.</summary>
    public abstract Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Calls back on every <see cref="AnnounceAsync"/> of any server, on a connection of its own, until that breaks or the token
    /// is cancelled.</summary>
    public abstract Task ListenAsync(Action changed, CancellationToken cancellationToken);
}
