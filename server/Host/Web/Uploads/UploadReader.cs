using Microsoft.Net.Http.Headers;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>Makes a draft of a request: a form with a file, or a bare body with the file's name in a header.</summary>
internal sealed class UploadReader(ServerOptions options, ByteBudget budget, TimeProvider time)
{
    // What people and tools say when they send something else than a file, mostly without knowing.
    private static readonly string[] NoFiles = ["application/json", "application/x-www-form-urlencoded", "multipart/*"];

    public async Task<Draft> ReadAsync(HttpRequest request, string id, bool omitReport, CancellationToken cancellationToken)
    {
        var type = TypeOf(request);
        var isForm = type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
        var limit = options.DocumentBytes;
        if (request.ContentLength > (isForm ? (long)limit + UploadForm.OtherBytes : limit))
        {
            throw UploadBody.TooLarge(limit);
        }

        var principal = request.HttpContext.Principal();
        await using var body = new RequestBody(request.BodyReader, new Pace(options, time), time);
        var (fileName, content) = isForm
            ? await UploadForm.ReadAsync(body, type!, limit, () => budget.Open(principal), cancellationToken)
            : (FileNames.Of(request), await UploadBody.ReadAsync(body, limit, budget.Open(principal), cancellationToken));
        return new Draft(id, fileName, content.ToContent(), omitReport, Buffer: content);
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
