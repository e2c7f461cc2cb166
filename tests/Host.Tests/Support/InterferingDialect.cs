using System.Data.Common;
using Validation.Server.Store;

namespace Validation.Server.Tests.Support;

/// <summary>A database to which something happens in the moment before it is opened or a version is committed.</summary>
internal sealed class InterferingDialect(StoreDialect dialect) : StoreDialect
{
    /// <summary>What happens before a version is committed.</summary>
    public Action BeforeCommit { get; set; } = () => { };

    /// <summary>What happens before it is opened.</summary>
    public Action BeforeOpen { get; set; } = () => { };

    /// <summary>How long an answer is waited for.</summary>
    public override TimeSpan Patience => ShorterPatience ?? dialect.Patience;

    /// <summary>Null: as long as for the database itself.</summary>
    public TimeSpan? ShorterPatience { get; init; }

    public override string Name => dialect.Name;

    public override TimeSpan PollInterval => dialect.PollInterval;

    public override string Bytes => dialect.Bytes;

    public override string Identity => dialect.Identity;

    public override string Now => dialect.Now;

    public override string CountTables => dialect.CountTables;

    public override string Names => dialect.Names;

    public override string Pairs => dialect.Pairs;

    public override string Place => dialect.Place;

    public override string In(string parameter)
    {
        return dialect.In(parameter);
    }

    public override Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        BeforeOpen();
        return dialect.OpenAsync(cancellationToken);
    }

    public override Task<DbConnection> OpenAfreshAsync(CancellationToken cancellationToken)
    {
        return dialect.OpenAfreshAsync(cancellationToken);
    }

    public override void Forget()
    {
        dialect.Forget();
    }

    public override Task<bool> IsWholeAsync(DbConnection connection)
    {
        return dialect.IsWholeAsync(connection);
    }

    public override Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        return dialect.BeginWriteAsync(connection, cancellationToken);
    }

    public override Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        return dialect.BeginReadAsync(connection, cancellationToken);
    }

    public override bool IsMisfit(DbException fault)
    {
        return dialect.IsMisfit(fault);
    }

    public override bool IsFull(Exception fault)
    {
        return dialect.IsFull(fault);
    }

    public override Task AnnounceAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        BeforeCommit();
        return dialect.AnnounceAsync(transaction, cancellationToken);
    }

    public override Task ListenAsync(Action changed, CancellationToken cancellationToken)
    {
        return dialect.ListenAsync(changed, cancellationToken);
    }
}
