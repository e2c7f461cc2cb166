using System.Text;
using Google.Protobuf;
using Microsoft.Net.Http.Headers;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;
using Validation.V1;

namespace Validation.Server.Web.Uploads;

/// <summary>Makes a draft of a request: a form with a file, or a bare body with the file's name in a header.</summary>
internal sealed class UploadReader(ServerOptions options, ByteBudget budget, TimeProvider time)
{
    // Types of content that people and tools send when they mean a file, mostly without knowing.
    private static readonly string[] NoFiles = ["application/json", "application/x-www-form-urlencoded", "multipart/*"];

    /// <summary>Reads the draft; of one that is too large nothing is kept.</summary>
    /// <exception cref="ProblemException">There is no draft in the request, or it comes too slowly.</exception>
    public async Task<SubmittedDraft> ReadAsync(HttpRequest request, string id, ReportWish wish, CancellationToken cancellationToken)
    {
        var type = TypeOf(request);
        var isForm = type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
        var limit = options.DocumentBytes;
        if (request.ContentLength > (isForm ? (long)limit + UploadForm.OtherBytes : limit))
        {
            return TooLarge(id, isForm ? "" : FileNames.Of(request), wish);
        }

        var principal = request.HttpContext.Principal();
        await using var body = new RequestBody(request.BodyReader, new Pace(options, time), time);
        try
        {
            var (draft, prior) = isForm
                ? await UploadForm.ReadAsync(body, type!, limit, () => budget.Open(principal), cancellationToken)
                : new UploadedFiles(
                    new(FileNames.Of(request), await UploadBody.ReadAsync(body, limit, budget.Open(principal), cancellationToken)), null);
            return new SubmittedDraft(id, draft.FileName, draft.Content.ToContent(), wish, Buffer: draft.Content)
            {
                Prior = prior is null ? null : new SubmittedPrior(prior.FileName, prior.Content.ToContent(), Buffer: prior.Content),
            };
        }
        catch (DocumentTooLargeException tooLarge)
        {
            return TooLarge(id, isForm ? tooLarge.FileName : FileNames.Of(request), wish);
        }
    }

    /// <summary>Reads a message of the contract from the JSON of a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">It is no such message, or larger than a message may be, or comes too slowly.</exception>
    public async Task<T> ReadMessageAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : IMessage, new()
    {
        await using var body = new RequestBody(request.BodyReader, new Pace(options, time), time);
        try
        {
            var held = budget.Open(request.HttpContext.Principal());
            using var json = await UploadBody.ReadAsync(body, options.MessageBytes, held, cancellationToken);
            return JsonParser.Default.Parse<T>(Encoding.UTF8.GetString(json.ToContent().Span));
        }
        catch (DocumentTooLargeException)
        {
            throw new ProblemException(ProblemCode.TooLarge, WebTexts.MessageTooLarge(options.MessageBytes));
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new ProblemException(ProblemCode.BadRequest, WebTexts.MessageBroken);
        }
    }

    private static SubmittedDraft TooLarge(string id, string fileName, ReportWish wish)
    {
        return new SubmittedDraft(id, fileName, default, wish, Reason.DocumentTooLarge);
    }

    private static MediaTypeHeaderValue? TypeOf(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(ProblemCode.MediaType, WebTexts.EncodingUnsupported(encoding));
        }

        if (string.IsNullOrEmpty(request.ContentType))
        {
            return null;
        }

        var isType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        var isForm = isType && type!.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        return isType && (isForm || !NoFiles.Any(none => type!.IsSubsetOf(new MediaTypeHeaderValue(none))))
            ? type
            : throw new ProblemException(ProblemCode.MediaType, WebTexts.TypeUnsupported(request.ContentType));
    }
}
