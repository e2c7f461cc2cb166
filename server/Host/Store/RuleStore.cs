using System.Data.Common;
using Dapper;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>The rule sets and their history in the database.</summary>
internal sealed class RuleStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null)
    : DatabaseStore(dialect, steps), IRuleStore
{
    private const string RuleSetColumns = """
        SELECT revision, version, national_version AS NationalVersion, national_sha256 AS NationalSha256,
               overlay_sha256 AS OverlaySha256, sha256, at_milliseconds AS AtMilliseconds
        FROM rule_sets
        """;

    private const string PublicationColumns = """
        SELECT id, action, version, previous_version AS PreviousVersion, at_milliseconds AS AtMilliseconds, author, principal, reason,
               summary, restored_version AS RestoredVersion, sha256
        FROM publications
        """;

    private const string AddPublication = """
        INSERT INTO publications
            (action, version, previous_version, at_milliseconds, author, principal, reason, summary, restored_version, sha256)
        VALUES (@Action, @Version, @PreviousVersion, @AtMilliseconds, @Author, @Principal, @Reason, @Summary, @RestoredVersion, @Sha256)
        """;

    public TimeSpan PollInterval => Dialect.PollInterval;

    public Task<long?> NewestRevisionAsync(CancellationToken cancellationToken)
    {
        return AskAsync(
            connection => connection.ExecuteScalarAsync<long?>("SELECT MAX(revision) FROM rule_sets"), cancellationToken);
    }

    public Task<StoredRuleSet?> NewestAsync(CancellationToken cancellationToken)
    {
        return ReadAsync("WHERE revision = (SELECT MAX(revision) FROM rule_sets)", "", cancellationToken);
    }

    public Task<StoredRuleSet?> FindAsync(string version, CancellationToken cancellationToken)
    {
        return ReadAsync("WHERE version = @version", version, cancellationToken);
    }

    public async Task<IReadOnlyList<NationalVersion>> NationalVersionsAsync(CancellationToken cancellationToken)
    {
        var rows = await AskAsync(
            connection => connection.QueryAsync<(string, string)>("SELECT DISTINCT national_version, national_sha256 FROM rule_sets"),
            cancellationToken);
        return [.. rows.Select(row => new NationalVersion(row.Item1, row.Item2))];
    }

    public Task<bool> AddAsync(StoredRuleSet next, CancellationToken cancellationToken)
    {
        var place = Dialect.Place;
        return WithConnectionAsync(
            async connection =>
            {
                using var turn = await Dialect.TakeTurnAsync(cancellationToken);
                await using var transaction = await Dialect.BeginWriteAsync(connection, cancellationToken);
                var newest = await connection.ExecuteScalarAsync<long?>("SELECT MAX(revision) FROM rule_sets", transaction: transaction);
                if (next.Revision != (newest is null ? 0 : newest + 1))
                {
                    return false;
                }

                await InsertAsync(next, transaction);
                await Dialect.AnnounceAsync(transaction, cancellationToken);
                // From here on it is not known whether the version was added.
                await transaction.CommitAsync(CancellationToken.None);
                await ConfirmAsync(connection => IsFoundAsync(connection, next), place);
                return true;
            },
            cancellationToken);
    }

    public Task AddEntryAsync(Publication entry, CancellationToken cancellationToken)
    {
        return WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(AddPublication, PublicationRow.Of(entry), transaction), cancellationToken);
    }

    public Task AddProposalAsync(Publication proposal, IReadOnlyList<RuleFile> overlay, CancellationToken cancellationToken)
    {
        return WriteAsync(
            async transaction =>
            {
                await AddFilesAsync(overlay, transaction);
                return await transaction.Connection!.ExecuteAsync(AddPublication, PublicationRow.Of(proposal), transaction);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<RuleFile>?> FindOverlayAsync(
        string sha256, IReadOnlyList<RuleFile> national, CancellationToken cancellationToken)
    {
        return AskAsync(
            async connection =>
            {
                // Files are kept by their own digest. Those that no version has are of proposals, and are few.
                const string Unused = "SELECT content FROM rule_files WHERE sha256 NOT IN (SELECT overlay_sha256 FROM rule_sets) "
                    + "AND sha256 NOT IN (SELECT national_sha256 FROM rule_sets)";
                const string Used = "SELECT content FROM rule_files WHERE sha256 IN (SELECT overlay_sha256 FROM rule_sets)";
                return await FindAsync(connection, Unused, sha256, national) ?? await FindAsync(connection, Used, sha256, national);
            },
            cancellationToken);
    }

    public Task<HistoryPage?> HistoryAsync(int limit, HistoryStart start, CancellationToken cancellationToken)
    {
        return AskAsync(
            async connection =>
            {
                var before = start.BeforeId ?? (start.BeforeVersion.Length == 0 ? long.MaxValue : await IdAsync(connection, start));
                // One entry more than wanted shows whether there are more.
                PublicationRow[] rows = before is null ? [] :
                [
                    .. await connection.QueryAsync<PublicationRow>(
                        $"{PublicationColumns} WHERE id < @before ORDER BY id DESC LIMIT @most", new { before, most = limit + 1 }),
                ];
                long? next = rows.Length > limit ? rows[limit - 1].Id : null;
                return before is null ? null : new HistoryPage([.. rows.Take(limit).Select(row => row.ToPublication())], next);
            },
            cancellationToken);
    }

    public Task ListenAsync(Action changed, CancellationToken cancellationToken)
    {
        return Dialect.ListenAsync(changed, cancellationToken);
    }

    private static async Task<IReadOnlyList<RuleFile>?> FindAsync(
        DbConnection connection, string query, string sha256, IReadOnlyList<RuleFile> national)
    {
        await foreach (var content in connection.QueryUnbufferedAsync<byte[]>(query))
        {
            var overlay = RuleOverlay.Parser.ParseFrom(content).Files;
            if (FileDigest.Of(national, overlay) == sha256)
            {
                return overlay;
            }
        }

        return null;
    }

    private static async Task<bool> IsFoundAsync(DbConnection afresh, StoredRuleSet added)
    {
        var found = await ReadAsync(afresh, "WHERE version = @version", added.Version);
        return found is not null
            && found.Revision == added.Revision
            && found.Sha256 == added.Sha256
            && Equals(found.Publication, added.Publication);
    }

    private static async Task InsertAsync(StoredRuleSet next, DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        var row = new RuleSetRow
        {
            Revision = next.Revision,
            Version = next.Version,
            NationalVersion = next.NationalVersion,
            NationalSha256 = await AddFilesAsync(next.National, transaction),
            OverlaySha256 = await AddFilesAsync(next.Overlay, transaction),
            Sha256 = next.Sha256,
            AtMilliseconds = next.At.ToUnixTimeMilliseconds(),
        };
        const string Insert = """
            INSERT INTO rule_sets (revision, version, national_version, national_sha256, overlay_sha256, sha256, at_milliseconds)
            VALUES (@Revision, @Version, @NationalVersion, @NationalSha256, @OverlaySha256, @Sha256, @AtMilliseconds)
            """;
        await connection.ExecuteAsync(Insert, row, transaction);
        if (next.Publication is not null)
        {
            await connection.ExecuteAsync(AddPublication, PublicationRow.Of(next.Publication), transaction);
        }
    }

    private static async Task<string> AddFilesAsync(IReadOnlyList<RuleFile> files, DbTransaction transaction)
    {
        var sha256 = FileDigest.Of(files);
        var content = new RuleOverlay { Files = { files } }.ToByteArray();
        await transaction.Connection!.ExecuteAsync(
            "INSERT INTO rule_files (sha256, content) VALUES (@sha256, @content) ON CONFLICT (sha256) DO NOTHING",
            new { sha256, content },
            transaction);
        return sha256;
    }

    private static Task<long?> IdAsync(DbConnection connection, HistoryStart start)
    {
        return connection.ExecuteScalarAsync<long?>(
            "SELECT MAX(id) FROM publications WHERE version = @BeforeVersion", new { start.BeforeVersion });
    }

    private Task<StoredRuleSet?> ReadAsync(string where, string version, CancellationToken cancellationToken)
    {
        return AskAsync(connection => ReadAsync(connection, where, version), cancellationToken);
    }

    private static async Task<StoredRuleSet?> ReadAsync(DbConnection connection, string where, string version)
    {
        var row = await connection.QuerySingleOrDefaultAsync<RuleSetRow>($"{RuleSetColumns} {where}", new { version });
        return row is null ? null : await ReadAsync(connection, row);
    }

    private static async Task<StoredRuleSet> ReadAsync(DbConnection connection, RuleSetRow row)
    {
        var publication = await connection.QuerySingleOrDefaultAsync<PublicationRow>(
            $"{PublicationColumns} WHERE version = @Version", new { row.Version });
        var stored = new StoredRuleSet(
            row.Revision,
            row.Version,
            row.NationalVersion,
            await FilesAsync(connection, row.NationalSha256),
            await FilesAsync(connection, row.OverlaySha256),
            DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
            publication?.ToPublication());
        return stored.Sha256 == row.Sha256 ? stored : throw new StoreException(StoreTexts.StoreDamaged(row.Version));
    }

    private static async Task<IReadOnlyList<RuleFile>> FilesAsync(DbConnection connection, string sha256)
    {
        var content = await connection.QuerySingleAsync<byte[]>(
            "SELECT content FROM rule_files WHERE sha256 = @sha256", new { sha256 });
        return RuleOverlay.Parser.ParseFrom(content).Files;
    }
}
