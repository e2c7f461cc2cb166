using Validation.V1;

namespace Validation.Engine;

/// <summary>
/// Other reports that a report is compared with: last year's of the same body, those of the bodies under it, those of its peers. Immutable;
/// thread-safe as long as nobody changes the reports.
/// </summary>
public sealed record RelatedReports
{
    /// <summary>No other reports: the rules that compare are not evaluated, and the reply says what they lack.</summary>
    public static RelatedReports Empty { get; } = new();

    /// <summary>The report of the same body on the year before. Whether it is one, the engine looks itself: one of another body or year is
    /// not compared, and the reply says so. Null: there is none at hand.</summary>
    public RelatedReport? Prior { get; init; }

    /// <summary>Why there is no <see cref="Prior"/> although somebody gave one, in Chinese, such as "所附的上年报告读不出来". Empty: nobody
    /// did.</summary>
    public string PriorProblem { get; init; } = string.Empty;

    /// <summary>The reports on the same year of the bodies directly under the body. Null: what bodies are under it is not known.</summary>
    public Subordinates? Subordinates { get; init; }

    /// <summary>The reports on the same year of bodies under the same superior, without the report itself. Null: they are not at hand.
    /// </summary>
    public IReadOnlyList<RelatedReport>? Peers { get; init; }
}

/// <summary>A report that another is compared with.</summary>
/// <param name="Report">The report as the parser gives it, with its prose in all places. Not to be changed.</param>
/// <param name="FileName">The name of its file. Empty: not known.</param>
/// <param name="Sha256">SHA-256 of its file, 64 lower case hexadecimal digits. Empty: not known.</param>
public sealed record RelatedReport(Report Report, string FileName = "", string Sha256 = "")
{
    /// <summary>How people know the report: the name of its file, else its title.</summary>
    public string Name => FileName.Length > 0 ? FileName : Report.Title;

    /// <summary>True: it comes from the reports on file. False: the caller gave it.</summary>
    public bool IsOnFile { get; init; }
}

/// <summary>The bodies directly under a body and what is at hand of their reports. Bodies under vertical administration (垂直管理部门) are
/// left out: their numbers are not part of the government's.</summary>
/// <param name="Reports">The reports at hand, on the same year, one for each body. Only their tables are read.</param>
/// <param name="Missing">The names of the bodies whose reports are not at hand, in the order of the list of bodies.</param>
public sealed record Subordinates(IReadOnlyList<RelatedReport> Reports, IReadOnlyList<string> Missing);
