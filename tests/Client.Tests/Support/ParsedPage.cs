using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Validation.Client.Connection;
using Validation.Client.Page;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>Pages as a browser understands them. A page with the slightest mistake is refused.</summary>
internal static class ParsedPage
{
    public static readonly DateTimeOffset CheckedAt = new(2026, 11, 20, 9, 5, 7, TimeSpan.FromHours(8));

    private static readonly HtmlParser Strict = new(new HtmlParserOptions { IsStrictMode = true });

    public static IHtmlDocument Of(CheckOutcome outcome, params string[] fresh) => Parse(TextOf(outcome, fresh));

    public static string TextOf(CheckOutcome outcome, params string[] fresh)
    {
        using var output = new StringWriter();
        HtmlReport.Write(output, outcome, CheckedAt, fresh.Length == 0 ? null : Comparison(outcome.Reply!, fresh));
        return output.ToString();
    }

    private static FindingComparison Comparison(ValidateReply reply, string[] fresh) =>
        FindingComparison.Of([.. reply.Findings.Select(finding => finding.Fingerprint).Except(fresh, StringComparer.Ordinal)], reply);

    public static IHtmlDocument Parse(string page) => Strict.ParseDocument(page);

    /// <summary>The text of the first element, its white space as it is shown.</summary>
    public static string Words(this IParentNode within, string selector)
    {
        var element = within.QuerySelector(selector);
        element.ShouldNotBeNull(selector);
        return element.Words();
    }

    public static string Words(this INode node) =>
        string.Join(' ', node.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
