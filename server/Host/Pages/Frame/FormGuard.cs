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

    private const int OtherBytes = 64 * 1024;
    private const int LongestValue = 16 * 1024;

    // A character of Chinese, three bytes, is sent as nine.
    private const int SentBytes = 3;

    /// <summary>Reads a small form without files, and looks whether it may be sent.</summary>
    /// <exception cref="ProblemException">The form is broken, too large, of no page of this server, or too old.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpContext context)
    {
        var fields = await ReadFieldsAsync(context, LongestValue);
        await VerifyAsync(context, fields);
        return fields;
    }

    /// <summary>Reads a form without files, whoever has sent it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="longest">The most that a field may hold, in bytes of UTF-8.</param>
    /// <exception cref="ProblemException">The form is broken or too large.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadFieldsAsync(HttpContext context, int longest)
    {
        if (context.Request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new ProblemException(ProblemCode.MediaType, PagesTexts.FormExpired);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = longest > LongestValue ? ((long)SentBytes * longest) + OtherBytes : OtherBytes;
        }

        var limits = new FormOptions
        {
            BufferBody = false, ValueCountLimit = 64, KeyLengthLimit = 64, ValueLengthLimit = SentBytes * longest,
            MultipartBodyLengthLimit = 0,
        };
        try
        {
            var form = await context.Request.ReadFormAsync(limits, context.RequestAborted);
            return form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
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
