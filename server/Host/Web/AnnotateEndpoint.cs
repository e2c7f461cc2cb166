using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;

namespace Validation.Server.Web;

/// <summary>Answers POST /v1/annotate with a copy of the docx that has comments; with the reply to the draft where it could not be read.
/// </summary>
internal sealed class AnnotateEndpoint(AnnotationDesk desk, UploadReader uploads, Drain drain, ServerState state)
{
    /// <summary>The media type of a docx.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, "id");
        state.ThrowIfClosed(drain);
        var draft = await uploads.ReadDraftAsync(context, query.Text("id"), ReportWish.Omitted, drain);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var outcome = await desk.AnnotateAsync(draft, context.Principal(), stop.Token);
        if (!outcome.IsAnswered(out var annotated, out var refusal))
        {
            throw new ProblemException(refusal);
        }

        context.Response.RegisterForDispose(annotated);
        return annotated.Copy.IsEmpty
            ? ProtoJson.Result(annotated.Reply, context.Request, query)
            : FileOf(annotated);
    }

    /// <summary>The copy as a file to save. It is not to be disposed of before it was sent.</summary>
    public static FileContentHttpResult FileOf(AnnotatedDraft annotated)
    {
        return TypedResults.Bytes(annotated.Copy, Docx, NameOf(annotated.Reply.FileName));
    }

    // Without control characters, which no header can hold.
    private static string NameOf(string fileName)
    {
        var name = string.Concat(Path.GetFileNameWithoutExtension(fileName).Where(character => !char.IsControl(character)));
        return WebTexts.AnnotatedName(name);
    }
}
