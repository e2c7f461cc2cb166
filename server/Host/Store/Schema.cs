namespace Validation.Server.Store;

/// <summary>The tables. Every database is brought forward by itself, step by step, to the newest version.</summary>
internal static class Schema
{
    /// <summary>All tables that a backup holds, each after those that it refers to.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["rule_files", "rule_sets", "publications"];

    /// <summary>Those of them whose rows the database numbers itself, in the column "id".</summary>
    public static IReadOnlyList<string> NumberedTables { get; } = ["publications"];

    /// <summary>What brings a database from version n to n + 1. A step that was ever released is never changed: add another one.
    /// {bytes} and {identity} stand for the types of the database.</summary>
    public static IReadOnlyList<string> Steps { get; } =
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
    ];
}
