using System.Text;
using Google.Protobuf;
using Validation.Client.Page;
using Validation.V1;

namespace Validation.Server.Pages.Checking;

/// <summary>A draft as the page carries it, so that suggestions can be tried while the server keeps nothing: the report that was read.
/// Whoever changes it in the browser has sent another report, no more.</summary>
/// <param name="Id">The id of the form, which the buttons beside the suggestions name.</param>
/// <param name="FileName">The name of the draft's file.</param>
/// <param name="Report">The report of the draft in JSON.</param>
/// <param name="Applied">The changes that are tried already, as <see cref="CellEdits"/> writes them.</param>
public sealed record CarriedDraft(string Id, string FileName, string Report, string Applied = "")
{
    /// <summary>The longest report in JSON that a page carries, in bytes; ordinary ones have a tenth of it.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The field with the report.</summary>
    public const string ReportField = "report";

    /// <summary>The field with the file's name.</summary>
    public const string NameField = "name";

    /// <summary>The field with the changes that are tried already.</summary>
    public const string AppliedField = "applied";

    /// <summary>The field of the button that goes back to the draft as it is.</summary>
    public const string BackField = "back";

    /// <summary>The form for a draft. Null: there is nothing to try in it, or it was compared with a file that the page does not have.
    /// </summary>
    /// <param name="draft">The draft's number on the page, from 1.</param>
    /// <param name="reply">The reply with the report as the engine read it.</param>
    public static CarriedDraft? Of(int draft, ValidateReply reply)
    {
        if (reply is not { Report: { } report, Reason: Reason.Unspecified } || report.CalculateSize() > MostBytes)
        {
            return null;
        }

        var isTriable = reply.Provenance?.Prior?.Source is null or PriorSource.Archive
            && reply.Findings.Any(finding => finding.Suggestions.Any(one => one.Edits.Count + one.OneOf.Count > 0));
        var json = isTriable ? JsonFormatter.Default.Format(report) : "";
        return isTriable && Encoding.UTF8.GetByteCount(json) <= MostBytes
            ? new CarriedDraft(HtmlPage.TryForm(draft), reply.FileName, json)
            : null;
    }
}
