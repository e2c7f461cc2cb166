namespace Validation.Engine;

/// <summary>How much of a document the engine reads before it gives up, and how much work its rules may do. Immutable. The largest value of
/// a type is as good as no limit.</summary>
public sealed record EngineLimits
{
    /// <summary>The limits that hold unless others are configured.</summary>
    public static EngineLimits Default { get; } = new();

    /// <summary>Bytes of a document. Defaults to 33,554,432 (32 MiB).</summary>
    public int DocumentBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Characters of a document's text. Defaults to 1,000,000: thirty times the longest reports.</summary>
    public int TextCharacters { get; init; } = 1_000_000;

    /// <summary>Lines or paragraphs of a document. Defaults to 50,000.</summary>
    public int Paragraphs { get; init; } = 50_000;

    /// <summary>Cells of a document's tables, merged ones counted once. Defaults to 500,000.</summary>
    public int TableCells { get; init; } = 500_000;

    /// <summary>Columns of a table. Defaults to 1,000.</summary>
    public int TableColumns { get; init; } = 1000;

    /// <summary>Tables in tables. Defaults to 100.</summary>
    public int TableDepth { get; init; } = 100;

    /// <summary>Depth of elements in XML (docx, odt, ofd) and HTML, of groups in RTF. Defaults to 256.</summary>
    public int MarkupDepth { get; init; } = 256;

    /// <summary>Characters of one XML part, markup included. Defaults to 67,108,864.</summary>
    public long MarkupCharacters { get; init; } = 64L * 1024 * 1024;

    /// <summary>Time to read a document. Defaults to 10 s.</summary>
    public TimeSpan ReadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Characters of the section around one of the report's tables: far more than any report has. Defaults to 300,000. What is longer is
    /// not searched for the table.
    /// </summary>
    public int SectionCharacters { get; init; } = 300_000;

    /// <summary>Rows that such a section may seem to have. Defaults to 2,000.</summary>
    public int SectionRows { get; init; } = 2000;

    /// <summary>Bytes of a part of a docx that gets comments, inflated: it is held whole, which reading never does. Defaults to 8,388,608
    /// (8 MiB).</summary>
    public int AnnotatedPartBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Limits of packages (docx, odt, ofd).</summary>
    public PackageLimits Package { get; init; } = new();

    /// <summary>Limits of web pages.</summary>
    public WebPageLimits WebPage { get; init; } = new();

    /// <summary>Limits of pages that are printed (pdf, ofd).</summary>
    public PrintedPageLimits PrintedPage { get; init; } = new();

    /// <summary>Limits of a rule's work on one report.</summary>
    public RuleLimits Rules { get; init; } = new();
}

/// <summary>How much of a package (docx, odt, ofd) is read: a few bytes may inflate to many. Immutable.</summary>
public sealed record PackageLimits
{
    /// <summary>Entries. Defaults to 1,000.</summary>
    public int Entries { get; init; } = 1000;

    /// <summary>Bytes of one entry, inflated. Defaults to 67,108,864 (64 MiB).</summary>
    public long EntryBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Bytes of all entries that are read, inflated. Defaults to 268,435,456 (256 MiB).</summary>
    public long Bytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>
    /// The least ratio of compressed to inflated bytes of an entry, once it is larger than 1 MiB. DEFLATE gives at least 0.00097, tables of
    /// equal rows 0.006. Defaults to 0.002; 0 allows any.
    /// </summary>
    public double Ratio { get; init; } = 0.002;
}

/// <summary>How much of a web page is read. Immutable.</summary>
public sealed record WebPageLimits
{
    /// <summary>Characters, markup included. Defaults to 8,388,608.</summary>
    public int Characters { get; init; } = 8 * 1024 * 1024;

    /// <summary>Tags, start and end tags counted. Defaults to 100,000.</summary>
    public int Tags { get; init; } = 100_000;

    /// <summary>
    /// Bytes that the page may take while its elements are built: a page whose tags are never closed makes many elements of few tags.
    /// Defaults to 134,217,728 (128 MiB).
    /// </summary>
    public long Memory { get; init; } = 128L * 1024 * 1024;
}

/// <summary>How much of a PDF is read. Immutable.</summary>
public sealed record PrintedPageLimits
{
    /// <summary>Pages. Defaults to 2,000.</summary>
    public int Pages { get; init; } = 2000;

    /// <summary>Bytes of one stream, inflated. Defaults to 16,777,216 (16 MiB).</summary>
    public long StreamBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Bytes of all streams that are read, inflated, each time that they are. Defaults to 134,217,728 (128 MiB).</summary>
    public long StreamsBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Operations of a PDF's pages or objects of an OFD's, and characters that they draw, each time that they do. Defaults to
    /// 5,000,000.</summary>
    public long Operations { get; init; } = 5_000_000;
}

/// <summary>How much one rule may do on one report. Immutable.</summary>
public sealed record RuleLimits
{
    /// <summary>Findings, at least 1; the last one then says how many more there are. Defaults to 200.</summary>
    public int Findings { get; init; } = 200;

    /// <summary>
    /// Steps of work, as <see cref="Validation.Cel.CelBudget"/> counts them: the same on every machine. Defaults to 2,000,000, a second of
    /// work at the worst.
    /// </summary>
    public long Steps { get; init; } = 2_000_000;
}
