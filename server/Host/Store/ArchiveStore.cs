using System.Data.Common;
using Dapper;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>A report that is to be filed.</summary>
/// <param name="Entry">What is noted of it.</param>
/// <param name="Names">All names under which reports of its body may be on file, <see cref="FiledReport.Organization"/> among them.</param>
/// <param name="ExpectedId">The id of the report that is to be current; empty: none. Null: it does not matter.</param>
/// <param name="Original">The file, packed.</param>
/// <param name="Content">The report that was read in it, packed.</param>
/// <param name="Findings">What the check found.</param>
internal sealed record NewFiling(
    FiledReport Entry,
    IReadOnlyList<string> Names,
    string? ExpectedId,
    IReadOnlyList<byte[]> Original,
    IReadOnlyList<byte[]> Content,
    IReadOnlyList<Finding> Findings);

/// <summary>What came of filing a report.</summary>
/// <param name="Report">The report on file. Null: another one is current than the one expected, and nothing was changed.</param>
/// <param name="IsNew">Whether it was added now.</param>
/// <param name="Previous">The report that was current before. Null: none was.</param>
internal sealed record FilingResult(FiledReport? Report, bool IsNew, FiledReport? Previous);

/// <summary>Puts reports into the archive and takes them out. All servers of the database share it. Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class ArchiveStore(StoreDialect dialect, IReadOnlyList<SchemaStep>? steps = null) : DatabaseStore(dialect, steps)
{
    /// <summary>The kind of filed_contents that is the report as it was read.</summary>
    public const long OfReport = 1;

    /// <summary>The kind of filed_contents that is what the check found.</summary>
    public const long OfFindings = 2;

    private string OfBody => $"WHERE organization {Dialect.In("@names")} AND year = @Year";

    private string Current => $"{FiledRow.Columns} {OfBody} AND superseded_by = '' ORDER BY number DESC LIMIT 1";

    /// <summary>Files a report together with its entry in the audit, unless the same bytes are on file for its body and year. The current
    /// version is superseded and kept. Nobody else changes the archive at the same time.</summary>
    public Task<FilingResult> FileAsync(NewFiling filing, StoredAudit note, CancellationToken cancellationToken)
    {
        FilingResult? result = null;
        return WriteAsync(
            async transaction => result = await AddAsync(filing, note, transaction),
            afresh => IsFoundAsync(result?.Report, afresh),
            cancellationToken,
            looksWhole: false);
    }

    /// <summary>Removes a report and all that was read in it, together with the entry in the audit. When it was the current one, the
    /// version filed before it is current again.</summary>
    /// <returns>The report that was removed, and the one that is current again. Null: there is no such report.</returns>
    public Task<(FiledReport Removed, FiledReport? Current)?> RemoveAsync(
        string id, IReadOnlyList<string> names, Func<FiledReport, StoredAudit> note, CancellationToken cancellationToken)
    {
        return WriteAsync<(FiledReport, FiledReport?)?>(
            async transaction =>
            {
                var connection = transaction.Connection!;
                var row = await connection.QuerySingleOrDefaultAsync<FiledRow>(
                    $"{FiledRow.Columns} WHERE id = @id", new { id }, transaction);
                if (row is null)
                {
                    return null;
                }

                var removed = row.ToReport();
                await DeleteAsync(row, transaction);
                var current = removed.SupersededBy.Length == 0 ? await RestoreAsync(removed, names, transaction) : null;
                await AuditStore.AddAsync(note(removed), transaction);
                await CountAsync(transaction);
                return (removed, current);
            },
            cancellationToken);
    }

    /// <summary>Counts a change of the archive, so that all servers notice it.</summary>
    public static Task CountAsync(DbTransaction transaction)
    {
        const string Count = """
            INSERT INTO archive_changes (id, changes) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET changes = archive_changes.changes + 1
            """;
        return transaction.Connection!.ExecuteAsync(Count, transaction: transaction);
    }

    /// <summary>Adds the parts of a packed content.</summary>
    public static Task AddContentAsync(long number, long kind, IReadOnlyList<byte[]> parts, DbTransaction transaction)
    {
        const string Add = "INSERT INTO filed_contents (report_number, kind, part, content) VALUES (@number, @kind, @part, @content)";
        var rows = parts.Select((content, part) => new { number, kind, part = (long)part, content });
        return transaction.Connection!.ExecuteAsync(Add, rows, transaction);
    }

    /// <summary>Files a report within a transaction, which may file others too.</summary>
    public async Task<FilingResult> AddAsync(NewFiling filing, StoredAudit note, DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        var values = new { names = filing.Names.ToArray(), filing.Entry.Year, filing.Entry.Sha256 };
        var current = (await connection.QuerySingleOrDefaultAsync<FiledRow>(Current, values, transaction))?.ToReport();
        var query = $"{FiledRow.Columns} {OfBody} AND sha256 = @Sha256 ORDER BY number DESC LIMIT 1";
        if (await connection.QuerySingleOrDefaultAsync<FiledRow>(query, values, transaction) is { } same)
        {
            return new FilingResult(same.ToReport(), IsNew: false, current);
        }

        if (filing.ExpectedId is { } expected && expected != (current?.Id ?? ""))
        {
            return new FilingResult(null, IsNew: false, current);
        }

        await SupersedeAsync(filing, note.AtMilliseconds, transaction);
        var number = await InsertAsync(filing, transaction);
        const string Original = "INSERT INTO filed_originals (report_number, part, content) VALUES (@number, @part, @content)";
        await connection.ExecuteAsync(
            Original, filing.Original.Select((content, part) => new { number, part = (long)part, content }), transaction);
        await AddContentAsync(number, OfReport, filing.Content, transaction);
        await AddFindingsAsync(number, filing.Findings, transaction);
        await AuditStore.AddAsync(note, transaction);
        await CountAsync(transaction);
        return new FilingResult(filing.Entry, IsNew: true, current);
    }

    private Task<int> SupersedeAsync(NewFiling filing, long atMilliseconds, DbTransaction transaction)
    {
        // A body may have got its place in the list of bodies since an earlier version was filed: it is meant by all its names.
        var supersede = $"""
            UPDATE filed_reports
            SET superseded_by = @Id, superseded_author = @Author, superseded_milliseconds = @atMilliseconds
            {OfBody} AND superseded_by = ''
            """;
        var values = new { filing.Entry.Id, filing.Entry.Author, filing.Entry.Year, names = filing.Names.ToArray(), atMilliseconds };
        return transaction.Connection!.ExecuteAsync(supersede, values, transaction);
    }

    private static Task<long> InsertAsync(NewFiling filing, DbTransaction transaction)
    {
        const string Insert = """
            INSERT INTO filed_reports (id, organization, year, sha256, verdict, entry, superseded_by, superseded_author,
                superseded_milliseconds, engine_version, engine_rank, reread_problem, claimed_until)
            VALUES (@Id, @Organization, @Year, @Sha256, @verdict, @entry, '', '', 0, @EngineVersion, @rank, '', 0)
            RETURNING number
            """;
        var entry = filing.Entry;
        var values = new
        {
            entry.Id,
            entry.Organization,
            entry.Year,
            entry.Sha256,
            verdict = (long)entry.Verdict,
            entry = entry.ToByteArray(),
            entry.EngineVersion,
            rank = EngineRank.Of(entry.EngineVersion),
        };
        return transaction.Connection!.ExecuteScalarAsync<long>(Insert, values, transaction);
    }

    private static async Task AddFindingsAsync(long number, IReadOnlyList<Finding> findings, DbTransaction transaction)
    {
        const string Add = """
            INSERT INTO filed_findings (report_number, rule_id, severity, findings) VALUES (@number, @RuleId, @severity, @count)
            """;
        var counts = findings
            .Where(finding => finding.Accepted is null)
            .GroupBy(finding => (finding.RuleId, finding.Severity))
            .Select(group => new { number, group.Key.RuleId, severity = (long)group.Key.Severity, count = group.LongCount() });
        await transaction.Connection!.ExecuteAsync(Add, counts, transaction);
        await AddContentAsync(number, OfFindings, ArchivePack.Pack(new ValidateReply { Findings = { findings } }), transaction);
    }

    private static async Task DeleteAsync(FiledRow row, DbTransaction transaction)
    {
        foreach (var table in new[] { "filed_originals", "filed_contents", "filed_findings" })
        {
            await transaction.Connection!.ExecuteAsync($"DELETE FROM {table} WHERE report_number = @Number", row, transaction);
        }

        const string Delete = """
            UPDATE filed_reports SET superseded_by = @SupersededBy
            WHERE superseded_by = (SELECT id FROM filed_reports WHERE number = @Number) AND @SupersededBy <> '';
            DELETE FROM filed_reports WHERE number = @Number;
            """;
        await transaction.Connection!.ExecuteAsync(Delete, row, transaction);
    }

    /// <summary>Makes the version filed before a removed one current again.</summary>
    private async Task<FiledReport?> RestoreAsync(FiledReport removed, IReadOnlyList<string> names, DbTransaction transaction)
    {
        var restore = $"""
            UPDATE filed_reports SET superseded_by = '', superseded_author = '', superseded_milliseconds = 0
            WHERE number = (SELECT MAX(number) FROM filed_reports {OfBody})
            """;
        var values = new { names = names.ToArray(), removed.Year };
        await transaction.Connection!.ExecuteAsync(restore, values, transaction);
        var current = (await transaction.Connection!.QuerySingleOrDefaultAsync<FiledRow>(Current, values, transaction))?.ToReport();
        // Several versions may name the removed one, when the body had several names before it was in the list.
        const string Follow = "UPDATE filed_reports SET superseded_by = @next WHERE superseded_by = @Id";
        await transaction.Connection!.ExecuteAsync(Follow, new { next = current?.Id ?? "", removed.Id }, transaction);
        return current;
    }

    /// <returns>Whether it is on file. True also when there is nothing to look for.</returns>
    private static async Task<bool> IsFoundAsync(FiledReport? report, DbConnection afresh)
    {
        const string Count = "SELECT COUNT(*) FROM filed_reports WHERE id = @Id AND sha256 = @Sha256";
        return report is null || await afresh.ExecuteScalarAsync<long>(Count, new { report.Id, report.Sha256 }) > 0;
    }
}
