using System.Text;
using Google.Protobuf;
using Validation.Client.Page;
using Validation.Server.Checks;
using Validation.V1;

namespace Validation.Server.Pages.Checking;

/// <summary>A draft as the page carries it, so that suggestions can be tried while the server keeps nothing: the report that was read.
/// Whoever changes it in the browser has sent another report, no more.</summary>
/// <param name="Id">The id of the form, which the buttons beside the suggestions name.</param>
/// <param name="FileName">The name of the draft's file.</param>
/// <param name="Report">The report of the draft in JSON.</param>
/// <param name="Prior">Last year's report, where one came with the draft. Null: none did.</param>
/// <param name="Applied">The changes that are tried already, as <see cref="CellEdits"/> writes them.</param>
public sealed record CarriedDraft(string Id, string FileName, string Report, CarriedPrior? Prior, string Applied = "")
{
    /// <summary>The longest of two reports in JSON that a page carries, in bytes; ordinary ones have a tenth of it.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The field with the report.</summary>
    public const string ReportField = "report";

    /// <summary>The field with last year's report. It is there only if one came with the draft.</summary>
    public const string PriorField = "prior";

    /// <summary>The field with the name of that report's file.</summary>
    public const string PriorNameField = "prior_name";

    /// <summary>The field with the file's name.</summary>
    public const string NameField = "name";

    /// <summary>The field with the changes that are tried already.</summary>
    public const string AppliedField = "applied";

    /// <summary>The field of the button that goes back to the draft as it is.</summary>
    public const string BackField = "back";

    /// <summary>The fields that hold reports.</summary>
    public static IReadOnlyList<string> LongFields { get; } = [ReportField, PriorField];

    /// <summary>The draft that a form sends back, as it is: without the changes that were tried.</summary>
    /// <param name="fields">The fields of the form.</param>
    public static CarriedDraft Sent(IReadOnlyDictionary<string, string> fields)
    {
        var prior = fields.TryGetValue(PriorField, out var json)
            ? new CarriedPrior(fields.GetValueOrDefault(PriorNameField, ""), json)
            : null;
        return new CarriedDraft(
            HtmlPage.TryForm(1), fields.GetValueOrDefault(NameField, ""), fields.GetValueOrDefault(ReportField, ""), prior);
    }

    /// <summary>The form for a draft. Null: there is nothing to try in it, or a report is too long for a page.</summary>
    /// <param name="draft">The draft's number on the page, from 1.</param>
    /// <param name="reply">The reply with the report as the engine read it.</param>
    /// <param name="prior">Last year's report as it was read. Null: none came with the draft, or none could be read.</param>
    internal static CarriedDraft? Of(int draft, ValidateReply reply, SubmittedPrior? prior)
    {
        var isTriable = reply.Reason == Reason.Unspecified
            && reply.Findings.Any(finding => finding.Suggestions.Any(one => one.Edits.Count + one.OneOf.Count > 0));
        if (!isTriable || reply.Report is not { } read || Json(read) is not { } report)
        {
            return null;
        }

        var form = new CarriedDraft(HtmlPage.TryForm(draft), reply.FileName, report, Prior: null);
        return prior?.Report is not { } last ? form
            : Json(last) is { } json ? form with { Prior = new CarriedPrior(prior.FileName, json) }
            : null;
    }

    /// <summary>A report as a page carries it. Null: it is too long.</summary>
    private static string? Json(Report report)
    {
        var json = report.CalculateSize() > MostBytes ? null : JsonFormatter.Default.Format(report);
        return json is not null && Encoding.UTF8.GetByteCount(json) <= MostBytes ? json : null;
    }
}

/// <summary>Last year's report as the page carries it beside a draft.</summary>
/// <param name="FileName">The name of its file.</param>
/// <param name="Report">The report in JSON.</param>
public sealed record CarriedPrior(string FileName, string Report);
