using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Pages.Frame;

/// <summary>Takes forms only from pages of this server: each carries a token that goes with a cookie of the same browser.</summary>
internal sealed class FormGuard(IAntiforgery antiforgery)
{
    /// <summary>The header in which the framework looks for the token first.</summary>
    public const string Header = "X-Form-Token";

    /// <summary>The field of the form with the token.</summary>
    public const string Field = "form_token";

    private const string FormType = "application/x-www-form-urlencoded";

    private const int MostBytes = 64 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBody = false, ValueCountLimit = 64, KeyLengthLimit = 64, ValueLengthLimit = 16 * 1024, MultipartBodyLengthLimit = 0,
    };

    /// <summary>Reads a small form without files, and looks whether it may be sent.</summary>
    /// <exception cref="ProblemException">The form is broken, too large, of no page of this server, or too old.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new ProblemException(ProblemCode.MediaType, PagesTexts.FormExpired);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(Limits, context.RequestAborted);
            var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
            await VerifyAsync(context, fields);
            return fields;
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(ProblemCode.BadRequest, PagesTexts.FormExpired);
        }
    }

    /// <summary>Looks at the fields of a form.</summary>
    /// <exception cref="ProblemException">The form is of no page of this server, or too old.</exception>
    public async Task VerifyAsync(HttpContext context, IReadOnlyDictionary<string, string> fields)
    {
        // The framework would otherwise read the whole form for it, and with other limits.
        context.Request.Headers[Header] = fields.GetValueOrDefault(Field, "none");
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            throw new ProblemException(new Refusal(RefusalKind.Invalid, PagesTexts.FormExpired));
        }
    }
}
