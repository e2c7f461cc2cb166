using Microsoft.Net.Http.Headers;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Web.Problems;
using Validation.V1;

namespace Validation.Server.Web.Uploads;

/// <summary>Makes a draft of a request: a form with a file, or a bare body with the file's name in a header.</summary>
internal sealed class UploadReader(ServerOptions options, ByteBudget budget, TimeProvider time)
{
    // What people and tools say when they send something else than a file, mostly without knowing.
    private static readonly string[] NoFiles = ["application/json", "application/x-www-form-urlencoded", "multipart/*"];

    /// <summary>Reads the draft; of one that is too large nothing is kept.</summary>
    /// <exception cref="ProblemException">There is no draft in the request, or it comes too slowly.</exception>
    public async Task<Draft> ReadAsync(HttpRequest request, string id, ReportWish wish, CancellationToken cancellationToken)
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
            var (fileName, content) = isForm
                ? await UploadForm.ReadAsync(body, type!, limit, () => budget.Open(principal), cancellationToken)
                : (FileNames.Of(request), await UploadBody.ReadAsync(body, limit, budget.Open(principal), cancellationToken));
            return new Draft(id, fileName, content.ToContent(), wish, Buffer: content);
        }
        catch (DocumentTooLargeException tooLarge)
        {
            return TooLarge(id, isForm ? tooLarge.FileName : FileNames.Of(request), wish);
        }
    }

    private static Draft TooLarge(string id, string fileName, ReportWish wish)
    {
        return new Draft(id, fileName, default, wish, Reason.DocumentTooLarge);
    }

    private static MediaTypeHeaderValue? TypeOf(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(ProblemCode.MediaType, Texts.EncodingUnsupported(encoding));
        }

        if (string.IsNullOrEmpty(request.ContentType))
        {
            return null;
        }

        var isType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        var isForm = isType && type!.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        return isType && (isForm || !NoFiles.Any(none => type!.IsSubsetOf(new MediaTypeHeaderValue(none))))
            ? type
            : throw new ProblemException(ProblemCode.MediaType, Texts.TypeUnsupported(request.ContentType));
    }
}
