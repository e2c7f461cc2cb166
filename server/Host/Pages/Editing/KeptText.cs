using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.Server.Web.Problems;

namespace Validation.Server.Pages.Editing;

/// <summary>Gives a text back to whoever sends it after their sign-in has ended. Of strangers it takes no more than a small text.</summary>
internal sealed class KeptText : IKeptForm
{
    private const int MostBytes = 256 * 1024;
    private const int MostFields = 10;

    public async Task GiveBackAsync(HttpContext context, Refusal refusal)
    {
        var form = await ReadAsync(context);
        var isStranger = refusal.Kind == RefusalKind.Unauthenticated;
        var page = new RazorComponentResult<KeptTextPage>(new Dictionary<string, object?>
        {
            [nameof(KeptTextPage.Form)] = form,
            [nameof(KeptTextPage.Reason)] = isStranger ? EditingTexts.NotSignedIn : $"{refusal.Reason}{EditingTexts.NotAllowed}",
            [nameof(KeptTextPage.MaySignIn)] = isStranger,
        })
        {
            StatusCode = ProblemCode.Of(refusal.Kind).Status,
        };
        await page.ExecuteAsync(context);
    }

    private static async Task<EditForm> ReadAsync(HttpContext context)
    {
        return MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? EditForm.Of(await PartsAsync(context, HeaderUtilities.RemoveQuotes(type.Boundary).ToString()))
                : EditForm.Of(await FormGuard.ReadFieldsAsync(context, MostBytes));
    }

    /// <summary>The fields before the first file.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PartsAsync(HttpContext context, string boundary)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body) { BodyLengthLimit = MostBytes };
            while (fields.Count < MostFields && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section
                && section.GetContentDispositionHeader() is { } disposition && disposition.IsFormDisposition())
            {
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await section.ReadAsStringAsync();
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException)
        {
            throw new ProblemException(ProblemCode.BadRequest, PagesTexts.FormExpired);
        }

        return fields;
    }
}
