namespace Validation.Server.Store;

/// <summary>The tables of the store, as the steps that make them.</summary>
internal static class Schema
{
    /// <summary>The tables that a backup holds, each after those that it refers to.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "rule_files", "rule_sets", "publications", "keys", "key_revocations", "audit", "body_lists", "acceptances",
        "acceptance_revocations", "rule_counts", "filed_reports", "filed_originals", "filed_contents", "filed_findings",
        "archive_changes",
    ];

    /// <summary>The tables that a backup leaves out: whoever has them can make up sign-ins. After a restore people sign in again.</summary>
    public static IReadOnlyList<string> SecretTables { get; } = ["session_secrets"];

    /// <summary>The tables that a backup leaves out because they say how things are at the moment.</summary>
    public static IReadOnlyList<string> PassingTables { get; } = ["servers"];

    /// <summary>The tables of the archive, which hold the most by far.</summary>
    public static IReadOnlyList<string> ArchiveTables { get; } =
        ["filed_reports", "filed_originals", "filed_contents", "filed_findings", "archive_changes"];

    /// <summary>The tables whose rows the database numbers, with the column of the number.</summary>
    public static IReadOnlyList<(string Table, string Column)> NumberedTables { get; } =
        [("publications", "id"), ("keys", "number"), ("key_revocations", "number"), ("audit", "number"),
            ("body_lists", "number"), ("acceptances", "number"), ("acceptance_revocations", "number"), ("filed_reports", "number")];

    /// <summary>The steps from one version of the schema to the next. A step that was released is never changed; a change is another
    /// step.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        """
        CREATE TABLE rule_files (
            sha256 TEXT NOT NULL PRIMARY KEY,
            content {bytes} NOT NULL
        );
        CREATE TABLE rule_sets (
            revision BIGINT NOT NULL PRIMARY KEY,
            version TEXT NOT NULL UNIQUE,
            national_version TEXT NOT NULL,
            national_sha256 TEXT NOT NULL REFERENCES rule_files (sha256),
            overlay_sha256 TEXT NOT NULL REFERENCES rule_files (sha256),
            sha256 TEXT NOT NULL,
            at_milliseconds BIGINT NOT NULL
        );
        CREATE TABLE publications (
            id {identity},
            action BIGINT NOT NULL,
            version TEXT NOT NULL,
            previous_version TEXT NOT NULL,
            at_milliseconds BIGINT NOT NULL,
            author TEXT NOT NULL,
            principal TEXT NOT NULL,
            reason TEXT NOT NULL,
            summary TEXT NOT NULL,
            restored_version TEXT NOT NULL,
            sha256 TEXT NOT NULL
        );
        CREATE INDEX publications_version ON publications (version);
        """,
        new(
            """
            CREATE TABLE keys (
                number {identity},
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                roles TEXT NOT NULL,
                created_by TEXT NOT NULL,
                created_milliseconds BIGINT NOT NULL,
                expires_milliseconds BIGINT,
                salt {bytes} NOT NULL,
                hash {bytes} NOT NULL
            );
            CREATE TABLE key_revocations (
                number {identity},
                key_id TEXT NOT NULL UNIQUE REFERENCES keys (id),
                revoked_by TEXT NOT NULL,
                reason TEXT NOT NULL,
                at_milliseconds BIGINT NOT NULL
            );
            CREATE TABLE audit (
                number {identity},
                bucket TEXT UNIQUE,
                at_milliseconds BIGINT NOT NULL,
                principal TEXT NOT NULL,
                address TEXT NOT NULL,
                action TEXT NOT NULL,
                outcome TEXT NOT NULL,
                detail TEXT NOT NULL,
                count BIGINT NOT NULL
            );
            """,
            OnlyAdds: true),
        new(
            """
            CREATE TABLE body_lists (
                number {identity},
                changed_by TEXT NOT NULL,
                at_milliseconds BIGINT NOT NULL,
                content {bytes} NOT NULL
            );
            CREATE TABLE acceptances (
                number {identity},
                id TEXT NOT NULL UNIQUE,
                content {bytes} NOT NULL
            );
            CREATE TABLE acceptance_revocations (
                number {identity},
                acceptance_id TEXT NOT NULL UNIQUE REFERENCES acceptances (id),
                revoked_by TEXT NOT NULL,
                reason TEXT NOT NULL,
                at_milliseconds BIGINT NOT NULL
            );
            CREATE TABLE rule_counts (
                day TEXT NOT NULL,
                rule_set_version TEXT NOT NULL,
                rule_id TEXT NOT NULL,
                verdict BIGINT NOT NULL,
                checks BIGINT NOT NULL,
                findings BIGINT NOT NULL,
                PRIMARY KEY (day, rule_set_version, rule_id, verdict)
            );
            """,
            OnlyAdds: true),
        new(
            """
            CREATE TABLE filed_reports (
                number {identity},
                id TEXT NOT NULL UNIQUE,
                organization TEXT NOT NULL,
                year BIGINT NOT NULL,
                sha256 TEXT NOT NULL,
                verdict BIGINT NOT NULL,
                entry {bytes} NOT NULL,
                superseded_by TEXT NOT NULL,
                superseded_author TEXT NOT NULL,
                superseded_milliseconds BIGINT NOT NULL,
                engine_version TEXT NOT NULL,
                engine_rank BIGINT NOT NULL,
                reread_problem TEXT NOT NULL,
                claimed_until BIGINT NOT NULL
            );
            CREATE UNIQUE INDEX filed_reports_current ON filed_reports (organization, year) WHERE superseded_by = '';
            CREATE UNIQUE INDEX filed_reports_content ON filed_reports (organization, year, sha256);
            CREATE INDEX filed_reports_year ON filed_reports (year, number) WHERE superseded_by = '';
            CREATE INDEX filed_reports_engine ON filed_reports (engine_rank, number);
            CREATE TABLE filed_originals (
                report_number BIGINT NOT NULL REFERENCES filed_reports (number),
                part BIGINT NOT NULL,
                content {bytes} NOT NULL,
                PRIMARY KEY (report_number, part)
            );
            CREATE TABLE filed_contents (
                report_number BIGINT NOT NULL REFERENCES filed_reports (number),
                kind BIGINT NOT NULL,
                part BIGINT NOT NULL,
                content {bytes} NOT NULL,
                PRIMARY KEY (report_number, kind, part)
            );
            CREATE TABLE filed_findings (
                report_number BIGINT NOT NULL REFERENCES filed_reports (number),
                rule_id TEXT NOT NULL,
                severity BIGINT NOT NULL,
                findings BIGINT NOT NULL,
                PRIMARY KEY (report_number, rule_id, severity)
            );
            CREATE TABLE archive_changes (
                id BIGINT NOT NULL PRIMARY KEY,
                changes BIGINT NOT NULL
            );
            """,
            OnlyAdds: true),
        new(
            """
            CREATE TABLE session_secrets (
                name TEXT NOT NULL PRIMARY KEY,
                content TEXT NOT NULL
            );
            """,
            OnlyAdds: true),
        new(
            """
            CREATE TABLE servers (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                address TEXT NOT NULL,
                rule_set_version TEXT NOT NULL,
                engine_version TEXT NOT NULL,
                started_milliseconds BIGINT NOT NULL,
                seen_milliseconds BIGINT NOT NULL
            );
            """,
            OnlyAdds: true),
    ];
}
