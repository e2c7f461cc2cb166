namespace Validation.Server.Store;

/// <summary>The tables. Every database is brought forward by itself, step by step, to the newest version.</summary>
internal static class Schema
{
    /// <summary>All tables that a backup holds, each after those that it refers to.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        "rule_files", "rule_sets", "publications", "keys", "key_revocations", "audit", "body_lists", "acceptances",
        "acceptance_revocations", "rule_counts",
    ];

    /// <summary>Those of them whose rows the database numbers itself, and in which column.</summary>
    public static IReadOnlyList<(string Table, string Column)> NumberedTables { get; } =
        [("publications", "id"), ("keys", "number"), ("key_revocations", "number"), ("audit", "number"),
            ("body_lists", "number"), ("acceptances", "number"), ("acceptance_revocations", "number")];

    /// <summary>What brings a database from version n to n + 1. A step that was ever released is never changed: add another one.</summary>
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
    ];
}
