using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.WebEncoders;
using Validation.Server.Access;
using Validation.Server.Access.Sessions;
using Validation.Server.Options;
using Validation.Server.Pages.Administration;
using Validation.Server.Pages.Checking;
using Validation.Server.Pages.Editing;
using Validation.Server.Pages.Frame;
using Validation.Server.Pages.Overview;
using Validation.Server.Pages.Rules;
using Validation.Server.Pages.SignIn;
using Validation.Server.Pages.Start;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;

namespace Validation.Server.Pages;

/// <summary>The pages for people: their services and their routes. Who may see which stands in the access table.</summary>
internal static class PageRoutes
{
    public static void AddPages(this IServiceCollection services, ServerOptions options)
    {
        if (!options.Pages.Enabled)
        {
            return;
        }

        services.AddRazorComponents();
        // Chinese as it is written, not as numbers.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(Protect);
        services.AddSingleton<IProblemPage, ProblemPages>();
        services.AddSingleton<FormGuard>();
        services.AddSingleton<DraftForm>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<SystemDesk>();
        services.AddSingleton<KeyPages>();
        services.AddRulePages();
        services.AddSessions(options);
        services.LoadSecretsLater();
        services.AddSingleton<DraftChecks>();
        services.AddOverviewPages();
        services.AddEditing();
        services.AddSingleton<FieldForm>();
        services.AddSingleton<SuggestionTrials>();
    }

    public static void MapPages(this IEndpointRouteBuilder routes, ServerOptions options)
    {
        if (!options.Pages.Enabled)
        {
            return;
        }

        var files = routes.MapGroup("").WithMetadata(new PageMark(IsAsset: true)).ExcludeFromDescription();
        files.MapGet(PageFiles.Route, PageFiles.Get);
        var pages = routes.MapGroup("").WithMetadata(new PageMark()).ExcludeFromDescription();
        pages.MapStart();
        pages.MapGet(PageMark.SignInPath, SignInDesk.Show);
        pages.MapPost(PageMark.SignInPath, (HttpContext context, SignInDesk desk) => desk.SignInAsync(context));
        pages.MapPost(PageLinks.SignOut, (HttpContext context, SignInDesk desk) => desk.SignOutAsync(context));
        pages.MapGet(PageLinks.Check, () => new RazorComponentResult<CheckPage>());
        pages.MapPost(PageLinks.Checked, (HttpContext context, DraftChecks checks) => checks.CheckAsync(context));
        pages.MapPost(PageLinks.Annotated, (HttpContext context, DraftChecks checks) => checks.AnnotateAsync(context));
        pages.MapPost(PageLinks.Tried, (HttpContext context, SuggestionTrials trials) => trials.TryAsync(context));
        pages.MapOverviewPages();
        pages.MapRulePages();
        pages.MapGet(PageLinks.System, (HttpContext context, SystemDesk desk) => desk.ShowAsync(context));
        pages.MapGet(PageLinks.Keys, (HttpContext context, KeyPages keys) => keys.ShowAsync(context));
        pages.MapPost(PageLinks.KeyCreated, (HttpContext context, KeyPages keys) => keys.CreateAsync(context));
        pages.MapPost(PageLinks.KeyRevoked, (HttpContext context, KeyPages keys) => keys.RevokeAsync(context));
        pages.MapEditing();
        pages.MapGet(PageLinks.Audit, (HttpContext context, KeyPages keys) => keys.AuditAsync(context));
    }

    private static void Protect(AntiforgeryOptions antiforgery)
    {
        antiforgery.Cookie.Name = "validation-form";
        antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        antiforgery.Cookie.HttpOnly = true;
        antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        antiforgery.FormFieldName = FormGuard.Field;
        antiforgery.HeaderName = FormGuard.Header;
        // The pages say so themselves, and more strictly.
        antiforgery.SuppressXFrameOptionsHeader = true;
    }
}
