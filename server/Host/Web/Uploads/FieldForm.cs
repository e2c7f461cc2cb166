using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>Reads a form of a page that has fields and no files, some of which may be long. What it holds counts as the memory of
/// documents, and has to come at their pace.</summary>
internal sealed class FieldForm(ServerOptions options, ByteBudget budget, TimeProvider time)
{
    private const int FieldBytes = 16 * 1024;
    private const int MostFields = 16;
    private const int LongestBoundary = 70;

    /// <summary>Reads the form to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longFields">The names of the fields that may be long.</param>
    /// <param name="most">The bytes that each of them may have.</param>
    /// <param name="verify">Looks at the fields before the first long one, and throws where the form may not be sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The form is broken, holds too much, or comes too slowly.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        HttpRequest request, IReadOnlyList<string> longFields, int most, Func<IReadOnlyDictionary<string, string>, Task> verify,
        CancellationToken cancellationToken)
    {
        var all = (most * longFields.Count) + UploadForm.OtherBytes;
        if (request.ContentLength > all)
        {
            throw new ProblemException(ProblemCode.TooLarge, WebTexts.FormPartTooLarge(most));
        }

        await using var body = new RequestBody(request.BodyReader, new Pace(options, time), time);
        var reader = new MultipartReader(BoundaryOf(request), body) { BodyLengthLimit = all };
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var disposition = fields.Count == MostFields ? null : section.GetContentDispositionHeader();
                if (disposition is null || !disposition.IsFormDisposition())
                {
                    throw new ProblemException(ProblemCode.BadRequest, WebTexts.PageFormNeeded);
                }

                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                var isLong = longFields.Contains(name);
                if (isLong)
                {
                    await verify(fields);
                }

                var held = budget.Open(request.HttpContext.Principal());
                fields[name] = await FieldAsync(section.Body, isLong ? most : FieldBytes, held, cancellationToken);
            }
        }
        catch (Exception fault) when (IsBroken(fault, cancellationToken))
        {
            throw new ProblemException(ProblemCode.BadRequest, WebTexts.FormBroken);
        }

        await verify(fields);
        return fields;
    }

    /// <summary>The boundary between the parts of a form.</summary>
    /// <exception cref="ProblemException">The request holds no form with parts.</exception>
    public static string BoundaryOf(HttpRequest request)
    {
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        var boundary = isForm ? HeaderUtilities.RemoveQuotes(type!.Boundary).ToString() : "";
        return boundary.Length is > 0 and <= LongestBoundary
            ? boundary
            : throw new ProblemException(ProblemCode.MediaType, WebTexts.PageFormNeeded);
    }

    /// <summary>Reads the text of one part.</summary>
    /// <exception cref="ProblemException">It is longer than it may be.</exception>
    public static async Task<string> FieldAsync(Stream part, int most, HeldBytes held, CancellationToken cancellationToken)
    {
        try
        {
            using var field = await UploadBody.ReadAsync(part, most, held, cancellationToken);
            return Encoding.UTF8.GetString(field.ToContent().Span);
        }
        catch (DocumentTooLargeException)
        {
            throw new ProblemException(ProblemCode.TooLarge, WebTexts.FormPartTooLarge(most));
        }
    }

    private static bool IsBroken(Exception fault, CancellationToken cancellationToken)
    {
        return fault is InvalidDataException
            || (fault is IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested);
    }
}
