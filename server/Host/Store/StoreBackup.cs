using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Copies the whole store to a backup, and restores a backup into an empty store, whichever databases the two are.
/// Thread-safe.</summary>
internal sealed class StoreBackup(StoreDialect dialect, IRuleStore store, TimeProvider time)
{
    private const int PartBytes = 1024 * 1024;

    /// <summary>The parts of a backup, from one moment.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async IAsyncEnumerable<BackupPart> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Makes the tables, if there are none yet.
        await store.NewestRevisionAsync(cancellationToken);
        await using var connection = await dialect.OpenAsync(cancellationToken);
        await using var transaction = await dialect.BeginReadAsync(connection, cancellationToken);
        using var digest = new BackupDigest();
        var head = new BackupHead
        {
            Format = BackupDigest.Format,
            SchemaVersion = Schema.Steps.Count,
            MadeAt = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
            EngineVersion = ReportValidator.Version,
        };
        var first = new BackupPart { Head = head };
        digest.Add(first);
        yield return first;
        foreach (var table in Schema.Tables)
        {
            await foreach (var rows in ReadAsync(table, transaction, cancellationToken))
            {
                var part = new BackupPart { Rows = rows };
                digest.Add(part);
                yield return part;
            }
        }

        yield return new BackupPart { End = digest.End() };
    }

    /// <summary>Restores a backup into a store in which nothing was ever published and no report is on file.</summary>
    /// <returns>How many rows were added. Invalid: the backup is damaged. Conflict: something was published or filed, or the backup is of a
    /// newer program. In all these cases nothing has changed.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<long>> RestoreAsync(IAsyncEnumerable<BackupPart> parts, CancellationToken cancellationToken)
    {
        await store.NewestRevisionAsync(cancellationToken);
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            await using var transaction = await dialect.BeginWriteAsync(connection, cancellationToken);
            if (!await IsFreshAsync(transaction))
            {
                return new Refusal(RefusalKind.Conflict, StoreTexts.StoreNotFresh);
            }

            foreach (var table in Schema.Tables.Reverse())
            {
                await connection.ExecuteAsync($"DELETE FROM {table}", transaction: transaction);
            }

            var added = await AddAsync(parts, transaction, cancellationToken);
            if (added.Refusal is null)
            {
                await dialect.AnnounceAsync(transaction, cancellationToken);
                await transaction.CommitAsync(CancellationToken.None);
            }

            return added;
        }
        catch (DbException fault) when (dialect.IsMisfit(fault))
        {
            return new Refusal(RefusalKind.Invalid, StoreTexts.BackupDamaged);
        }
        catch (DbException fault)
        {
            throw new StoreException(StoreTexts.StoreFailed(dialect.Name), fault);
        }
    }

    private static async Task<bool> IsFreshAsync(DbTransaction transaction)
    {
        const string Count = """
            SELECT (SELECT COUNT(*) FROM publications) + (SELECT COUNT(*) FROM rule_sets WHERE revision > 0)
                + (SELECT COUNT(*) FROM filed_reports)
            """;
        return await transaction.Connection!.ExecuteScalarAsync<long>(Count, transaction: transaction) == 0;
    }

    private async Task<Outcome<long>> AddAsync(
        IAsyncEnumerable<BackupPart> parts, DbTransaction transaction, CancellationToken cancellationToken)
    {
        using var digest = new BackupDigest();
        var isFirst = true;
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            if (isFirst && BackupDigest.Check(part.Head, Schema.Steps.Count) is { } refusal)
            {
                return refusal;
            }

            if (part.End is { } end)
            {
                await FinishAsync(transaction);
                return end.Equals(digest.End()) ? digest.Rows : new Refusal(RefusalKind.Invalid, StoreTexts.BackupDamaged);
            }

            if (!isFirst && !await TryAddAsync(part.Rows, transaction))
            {
                return new Refusal(RefusalKind.Invalid, StoreTexts.BackupDamaged);
            }

            digest.Add(part);
            isFirst = false;
        }

        return new Refusal(RefusalKind.Invalid, StoreTexts.BackupDamaged);
    }

    private static async IAsyncEnumerable<BackupRows> ReadAsync(
        string table, DbTransaction transaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var part = new BackupRows { Table = table, Columns = { columns } };
        var size = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new BackupRow { Values = { columns.Select((_, column) => Value(reader.GetValue(column))) } };
            part.Rows.Add(row);
            size += row.CalculateSize();
            if (size > PartBytes)
            {
                yield return part;
                part = new BackupRows { Table = table, Columns = { columns } };
                size = 0;
            }
        }

        if (part.Rows.Count > 0)
        {
            yield return part;
        }
    }

    private static BackupValue Value(object value)
    {
        return value switch
        {
            DBNull => new BackupValue(),
            string text => new BackupValue { Text = text },
            byte[] bytes => new BackupValue { Bytes = ByteString.CopyFrom(bytes) },
            long number => new BackupValue { Number = number },
            _ => throw new StoreException($"{value.GetType()}: no column of the store holds this kind."),
        };
    }

    private static object? Value(BackupValue value)
    {
        return value.ValueCase switch
        {
            BackupValue.ValueOneofCase.Number => value.Number,
            BackupValue.ValueOneofCase.Text => value.Text,
            BackupValue.ValueOneofCase.Bytes => value.Bytes.ToByteArray(),
            _ => null,
        };
    }

    /// <returns>False: these are no rows of this store.</returns>
    private async Task<bool> TryAddAsync(BackupRows? rows, DbTransaction transaction)
    {
        if (rows is null || !Schema.Tables.Contains(rows.Table) || rows.Columns.Any(name => !name.All(IsOfName))
            || rows.Rows.Any(row => row.Values.Count != rows.Columns.Count))
        {
            return false;
        }

        var names = string.Join(", ", rows.Columns);
        var values = string.Join(", ", rows.Columns.Select(name => $"@{name}"));
        var insert = $"INSERT INTO {rows.Table} ({names}) {dialect.WithOwnNumbers} VALUES ({values})";
        foreach (var row in rows.Rows)
        {
            var parameters = new DynamicParameters();
            for (var column = 0; column < rows.Columns.Count; column++)
            {
                parameters.Add(rows.Columns[column], Value(row.Values[column]));
            }

            await transaction.Connection!.ExecuteAsync(insert, parameters, transaction);
        }

        return true;
    }

    private static bool IsOfName(char character)
    {
        return character is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9');
    }

    /// <summary>Lets rows that are added later be numbered after those that were restored.</summary>
    private async Task FinishAsync(DbTransaction transaction)
    {
        foreach (var (table, column) in Schema.NumberedTables.Where(_ => dialect.NumberOn.Length > 0))
        {
            await transaction.Connection!.ExecuteAsync(string.Format(null, dialect.NumberOn, table, column), transaction: transaction);
        }
    }
}
