using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Access.Sessions;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.SignIn;

/// <summary>Signs people in with the key that their program would show, and out again. Wrong keys make whoever shows them wait, as
/// everywhere.</summary>
internal sealed class SignInDesk(CallerReader callers, SessionDoor sessions, FormGuard guard, AuditTrail trail)
{
    private const string Action = "sign_in";

    /// <summary>The page with the form.</summary>
    public static RazorComponentResult<SignInPage> Show(HttpContext context)
    {
        return Page(PageLinks.KnownWithTerms(context.Request.Query["to"].ToString()), "", StatusCodes.Status200OK);
    }

    /// <summary>Looks at the key in the form; leads to the page that was wanted, or says why not.</summary>
    public async Task<IResult> SignInAsync(HttpContext context)
    {
        var fields = await guard.ReadAsync(context);
        var wanted = PageLinks.KnownWithTerms(fields.GetValueOrDefault("to", ""));
        var read = await callers.OfKeyAsync(fields.GetValueOrDefault("key", "").Trim(), context, AccessTexts.WhyKeyRefused);
        if (!read.IsAnswered(out var caller, out var refusal))
        {
            return Page(wanted, refusal.Reason, ProblemCode.Of(refusal.Kind).Status);
        }

        await sessions.SignInAsync(context, caller);
        trail.Note(new CallOrigin(caller.Title, CallOrigin.Of(context).Address), Action, AuditTrail.Done, "");
        return TypedResults.LocalRedirect(wanted);
    }

    /// <summary>Signs out, and leads to the first page.</summary>
    public async Task<RedirectHttpResult> SignOutAsync(HttpContext context)
    {
        await guard.ReadAsync(context);
        await SessionDoor.SignOutAsync(context);
        return TypedResults.LocalRedirect("/");
    }

    private static RazorComponentResult<SignInPage> Page(string wanted, string problem, int status)
    {
        return new RazorComponentResult<SignInPage>(new Dictionary<string, object?>
        {
            [nameof(SignInPage.To)] = wanted, [nameof(SignInPage.Problem)] = problem,
        })
        {
            StatusCode = status,
        };
    }
}
