using System.Data.Common;

namespace Validation.Server.Store;

/// <summary>What differs between the databases that can hold the store. Thread-safe.</summary>
internal abstract class StoreDialect
{
    /// <summary>What the database is called.</summary>
    public abstract string Name { get; }

    /// <summary>How often to look for changes that were not announced.</summary>
    public abstract TimeSpan PollInterval { get; }

    /// <summary>The type of a column of bytes.</summary>
    public abstract string Bytes { get; }

    /// <summary>The type of a column that numbers rows by itself.</summary>
    public abstract string Identity { get; }

    /// <summary>Counts the tables of a given @name.</summary>
    public abstract string CountTables { get; }

    /// <summary>Opens a connection, with waits that end.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>What tells the place of the data from another one under the same name. Empty: nothing does, or needs to.</summary>
    public virtual string Place => "";

    /// <summary>Opens a connection that shares nothing with those before: it finds what the next start of a server would find. Makes
    /// nothing that is not there.</summary>
    public virtual Task<DbConnection> OpenAfreshAsync(CancellationToken cancellationToken)
    {
        return OpenAsync(cancellationToken);
    }

    /// <summary>Lets go of connections that are kept open: what is opened next sees what is there now.</summary>
    public virtual void Forget()
    {
    }

    /// <summary>Whether the database is whole, as far as it can tell itself.</summary>
    public virtual Task<bool> IsWholeAsync(DbConnection connection)
    {
        return Task.FromResult(true);
    }

    /// <summary>Begins a transaction that no other writer can be in at the same time, and that is on disk once it is committed.</summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>What an insert says that brings the numbers of rows with it.</summary>
    public virtual string WithOwnNumbers => "";

    /// <summary>Has a table, {0}, number further rows in its column {1} on from those that brought their numbers with them. Empty: it does
    /// so by itself.</summary>
    public virtual string NumberOn => "";

    /// <summary>Begins a transaction that sees everything as of one moment.</summary>
    public abstract Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Whether a statement failed since its values do not fit the others.</summary>
    public abstract bool IsMisfit(DbException fault);

    /// <summary>Tells the other servers, once the transaction is committed.</summary>
    public abstract Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Hears what <see cref="AnnounceAsync"/> tells, on a connection of its own, until it breaks or is cancelled.</summary>
    public abstract Task ListenAsync(Action changed, CancellationToken cancellationToken);
}
