namespace Validation.Engine;

/// <summary>How much of a document the engine reads before it gives up. Immutable; null means no limit.</summary>
public sealed record EngineLimits
{
    /// <summary>The limits that hold unless others are configured.</summary>
    public static EngineLimits Default { get; } = new();

    /// <summary>Bytes of a document. Defaults to 33,554,432 (32 MiB).</summary>
    public int? DocumentBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Characters of a document's text. Defaults to 1,000,000: thirty times the longest reports.</summary>
    public int? TextCharacters { get; init; } = 1_000_000;

    /// <summary>Lines or paragraphs of a document. Defaults to 50,000.</summary>
    public int? Paragraphs { get; init; } = 50_000;

    /// <summary>Cells of a document's tables, merged ones counted once. Defaults to 500,000.</summary>
    public int? TableCells { get; init; } = 500_000;

    /// <summary>Columns of a table. Defaults to 1,000.</summary>
    public int? TableColumns { get; init; } = 1000;

    /// <summary>Tables in tables. Defaults to 100.</summary>
    public int? TableDepth { get; init; } = 100;

    /// <summary>Entries of a package (docx, odt). Defaults to 1,000.</summary>
    public int? PackageEntries { get; init; } = 1000;

    /// <summary>Bytes of one entry of a package, inflated. Defaults to 67,108,864 (64 MiB).</summary>
    public long? PackageEntryBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Bytes of all entries of a package that are read, inflated. Defaults to 268,435,456 (256 MiB).</summary>
    public long? PackageBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>
    /// The least ratio of compressed to inflated bytes of an entry, once it is larger than 1 MiB. DEFLATE gives at least 0.00097, tables of
    /// equal rows 0.006. Defaults to 0.002.
    /// </summary>
    public double? PackageRatio { get; init; } = 0.002;

    /// <summary>Depth of elements in XML (docx, odt) and HTML, of groups in RTF. Defaults to 256.</summary>
    public int? MarkupDepth { get; init; } = 256;

    /// <summary>Characters of one XML part, markup included. Defaults to 67,108,864.</summary>
    public long? MarkupCharacters { get; init; } = 64L * 1024 * 1024;

    /// <summary>Characters of a web page, markup included. Defaults to 8,388,608.</summary>
    public int? WebPageCharacters { get; init; } = 8 * 1024 * 1024;

    /// <summary>Tags of a web page, start and end tags counted. Defaults to 100,000.</summary>
    public int? WebPageTags { get; init; } = 100_000;

    /// <summary>
    /// Bytes that a web page may take while its elements are built: a page whose tags are never closed makes many elements of few tags.
    /// Defaults to 134,217,728 (128 MiB).
    /// </summary>
    public long? WebPageMemory { get; init; } = 128L * 1024 * 1024;

    /// <summary>Pages of a PDF. Defaults to 2,000.</summary>
    public int? Pages { get; init; } = 2000;

    /// <summary>Bytes of one stream of a PDF, inflated. Defaults to 16,777,216 (16 MiB).</summary>
    public long? PageStreamBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Bytes of all streams of a PDF that are read, inflated, each time that they are. Defaults to 134,217,728 (128 MiB).
    /// </summary>
    public long? PageStreamsBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Operations of a PDF's pages and characters that they draw, each time that they do. Defaults to 5,000,000.</summary>
    public long? PageOperations { get; init; } = 5_000_000;

    /// <summary>Time to read a document. Defaults to 10 s.</summary>
    public TimeSpan? ReadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Characters of the section around one of the report's tables: far more than any report has. Defaults to 300,000. What is longer is
    /// not searched for the table.
    /// </summary>
    public int? SectionCharacters { get; init; } = 300_000;

    /// <summary>Rows that such a section may seem to have. Defaults to 2,000.</summary>
    public int? SectionRows { get; init; } = 2000;

    /// <summary>Findings of one rule, at least 1; the last one then says how many more there are. Defaults to 200.</summary>
    public int? FindingsPerRule { get; init; } = 200;

    /// <summary>
    /// Steps of work of one rule on one report, as <see cref="Validation.Cel.CelBudget"/> counts them: the same on every machine.
    /// Defaults to 2,000,000, a second of work at the worst.
    /// </summary>
    public long? RuleSteps { get; init; } = 2_000_000;
}
