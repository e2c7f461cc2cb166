using Validation.Server.Outcomes;

namespace Validation.Server.Web.OpenApi;

/// <summary>What the OpenAPI document says beside the comments of the contract, in their language: both are for engineers. The page at /
/// says the same in Chinese.</summary>
internal static class ApiWords
{
    public const string Title = "Validation over HTTP";

    public const string Id = "Comes back in the reply. At most 1,024 characters (UTF-16 code units). May be left out.";
    public const string IncludeReport = "true asks for the report as it was read, with each sentence of its prose in it once.";
    public const string WithoutArchive = "true compares the report with nothing that the server has on file.";
    public const string OmitReport = "true leaves the report out of the reply. A later version leaves it out unless it is asked for.";
    public const string Previous = "The fingerprints of the findings of an earlier check, with commas between them: the reply says "
        + "what is new, what is still there, and what is fixed. Empty: nothing was found then. At most 2,000, and no more than a request "
        + "line may hold.";
    public const string Pretty = "true asks for JSON with lines and indentation instead of one line.";
    public const string RuleId = "The rule's id, such as t3-balance.";
    public const string FileName = "The file's name, UTF-8, percent-encoded. Only shown, never used to decide the format.";
    public const string Disposition = "The file's name in another form: attachment; filename*=UTF-8''… (RFC 8187).";
    public const string File = "The document.";
    public const string Prior = "Last year's report of the same body, to compare with. Both together are as large as a document may be.";
    public const string ReportId = "The id of a report on file, such as r7m2q4xa.";
    public const string ArchivedFile = "The file. Content-Disposition has its name.";

    /// <summary>What the query parameters of the archive mean, by name.</summary>
    public static IReadOnlyDictionary<string, string> OfArchive { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organization"] = "The body, by any of its names.",
        ["organization_prefix"] = "Only reports of bodies whose names begin so.",
        ["year"] = "The year reported on, such as 2024.",
        ["superior"] = "Only the bodies that the list of bodies puts directly below this one.",
        ["verdict"] = "Only reports with this verdict: accept, reject or not_decided. May be given several times.",
        ["include_superseded"] = "true asks also for reports that were superseded.",
        ["author"] = "Who does it: a person's name, 1 to 100 characters.",
        ["reason"] = "Why, at most 1,000 characters.",
        ["expected_id"] = "The id of the report that is to be current now; empty: none is. If that is not so, nothing is filed (409).",
        ["limit"] = "At most so many, up to 1,000. Default: 50.",
        ["page_token"] = "To read on: the next_page_token of the answer before.",
        ["format"] = "csv or json. csv: UTF-8 with a byte order mark; a first line with Chinese names of columns, a second with names of "
            + "fields and paths of cells. json: one GetFiledReportReply a line.",
        ["id"] = "Only the report with this id.",
        ["include_report"] = "true asks for the report as it was read.",
        ["include_findings"] = "true asks for what the check found when the report was filed.",
        ["include_bodies"] = "true asks for a line about each body.",
    };

    public const string Problem = "Why there is no answer (RFC 9457). Texts are Chinese, written for people.";
    public const string ProblemCode = "A name that stays, for programs.";
    public const string RequestId = "The id of the request: that of its header x-request-id, or one that the server made.";
    public const string RetryAfter = "Seconds after which to come again.";

    private static readonly Dictionary<string, (string Summary, string Detail)> Operations = new(StringComparer.Ordinal)
    {
        [Operation.Validate.Id] = (
            "Checks one draft",
            "The document is a file in a form, or the request body itself with its name in X-File-Name or Content-Disposition. A document "
            + "that cannot be read, or is too large, is no error: the verdict is VERDICT_NOT_DECIDED, and the reason says why."),
        [Operation.Annotate.Id] = (
            "Writes comments into a docx",
            "The document comes as for validate. The answer is a copy with a comment at each finding, in which everything else is "
            + "the draft's, byte by byte; without a finding it is the draft. A document that cannot be read has no copy: the answer "
            + "is then the reply, as JSON. Other formats than docx are refused."),
        [Operation.Rules.Id] = ("The rules in force", "The version of the rule set, and id, title, weight and basis of each rule."),
        [Operation.Rule.Id] = ("What there is to know about a rule", "Why it exists, its basis, a wrong and a right example, its text."),
        [Operation.Status.Id] = ("How the rules fare", "The version in force, trouble with the store, and rules that fail often."),
        [Operation.ArchiveFile.Id] = (
            "Files a final report",
            "The document comes as for validate. The same bytes for the same body and year are on file once; another version supersedes "
            + "the one before. Needs the role filer or publisher."),
        [Operation.ArchiveList.Id] = ("The reports on file", "The one filed last first, page by page."),
        [Operation.ArchiveExport.Id] = ("Reports on file as a table", "As many as the parameters mean, as CSV or JSON lines."),
        [Operation.ArchiveOverview.Id] = (
            "Where the reports of a year stand", "Who has filed, who has not, with which verdicts, and what was found most often."),
        [Operation.ArchiveTry.Id] = (
            "Tries rules on the reports on file",
            "The body is a TryRulesRequest, the answer a TryRulesReply a line: how far it is, and in the last line what came of it. An "
            + "answer without a summary, or problems, broke off. Needs the role author or publisher."),
        [Operation.ArchiveStatus.Id] = (
            "How the archive fares", "How much is on file, and how far a new engine has come with reading it again."),
        [Operation.ArchiveCurrent.Id] = ("The current report of a body and year", "404 if there is none."),
        [Operation.ArchiveReport.Id] = ("One report on file", "By its id."),
        [Operation.ArchiveRemove.Id] = (
            "Removes a report", "Its original and all that was read in it; the audit keeps who did and why. Needs the role publisher."),
        [Operation.ArchiveOriginal.Id] = ("The original of a report", "The file as it was filed, byte for byte."),
        [Operation.Healthz.Id] = ("Whether the process runs", "200 and ok while the process runs."),
        [Operation.Readyz.Id] = (
            "Whether drafts are taken",
            "200 and ready while the server takes drafts; what is amiss all the same stands on further lines. Otherwise 503 and why."),
    };

    /// <summary>What an operation does, in a few words and in sentences.</summary>
    public static (string Summary, string Detail) Of(Operation operation)
    {
        return Operations[operation.Id];
    }

    /// <summary>The codes that an answer with one status may have.</summary>
    public static string Of(IEnumerable<ProblemCode> problems)
    {
        return $"The code is {string.Join(" or ", problems.Select(problem => problem.Code))}.";
    }
}
