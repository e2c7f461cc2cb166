using Validation.Server.Web.Problems;

namespace Validation.Server.Web.OpenApi;

/// <summary>What the OpenAPI document says beside the comments of the contract, in their language: both are for engineers. The page at /
/// says the same in Chinese.</summary>
internal static class ApiWords
{
    public const string Title = "Validation over HTTP";

    public const string Id = "Comes back in the reply. At most 1,024 characters (UTF-16 code units). May be left out.";
    public const string IncludeReport = "true asks for the report as it was read, with each sentence of its prose in it once.";
    public const string OmitReport = "true leaves the report out of the reply. A later version leaves it out unless it is asked for.";
    public const string Pretty = "true asks for JSON with lines and indentation instead of one line.";
    public const string RuleId = "The rule's id, such as t3-balance.";
    public const string FileName = "The file's name, UTF-8, percent-encoded. Only shown, never used to decide the format.";
    public const string Disposition = "The file's name in another form: attachment; filename*=UTF-8''… (RFC 8187).";
    public const string File = "The document.";
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
        [Operation.Rules.Id] = ("The rules in force", "The version of the rule set, and id, title, weight and basis of each rule."),
        [Operation.Rule.Id] = ("What there is to know about a rule", "Why it exists, its basis, a wrong and a right example, its text."),
        [Operation.Status.Id] = ("How the rules fare", "The version in force, trouble with the store, and rules that fail often."),
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
