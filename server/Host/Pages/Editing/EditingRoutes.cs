using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.Editing;

/// <summary>The page on which rules are written: its services and its routes.</summary>
internal static class EditingRoutes
{
    /// <summary>In the address of the page: the digest of a proposal that somebody is to look at.</summary>
    public const string Proposal = "proposal";

    /// <summary>Where the script of the page asks what is wrong.</summary>
    public const string Lint = "/rules-lint";

    /// <summary>Where the script of the page asks what can be written.</summary>
    public const string Words = "/rules-words";

    /// <summary>Where a text is sent to be looked at.</summary>
    public const string Checked = "/rules-checked";

    /// <summary>Where a text is sent whose tests are to run.</summary>
    public const string Tested = "/rules-tested";

    /// <summary>Where a text is sent with files to try it on.</summary>
    public const string TriedFiles = "/rules-tried";

    /// <summary>Where a text is sent that is to be tried on the reports on file.</summary>
    public const string TriedArchive = "/rules-tried-archive";

    /// <summary>Where a text is sent to be published.</summary>
    public const string Published = "/rules-published";

    public static void AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<EditPages>();
        services.AddSingleton<EditDesk>();
        services.AddSingleton<PublishDesk>();
        services.AddSingleton<TrialDesk>();
        services.AddSingleton<ArchiveTrialDesk>();
        services.AddSingleton<WordList>();
    }

    public static void MapEditing(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PageLinks.Edit, (HttpContext context, EditPages edit) => edit.ShowAsync(context));
        pages.MapGet(Words, (WordList words) => words.Get());
        pages.MapPost(Lint, (HttpContext context, EditDesk desk) => desk.LintAsync(context));
        var forms = pages.MapGroup("").WithMetadata(new KeptText());
        forms.MapPost(PageLinks.EditDraft, (HttpContext context, EditDesk desk) => desk.DraftAsync(context));
        forms.MapPost(Checked, (HttpContext context, EditDesk desk) => desk.CheckAsync(context));
        forms.MapPost(Tested, (HttpContext context, EditDesk desk) => desk.TestAsync(context));
        forms.MapPost(TriedFiles, (HttpContext context, TrialDesk desk) => desk.TryAsync(context));
        forms.MapPost(TriedArchive, (HttpContext context, ArchiveTrialDesk desk) => desk.TryAsync(context));
        forms.MapPost(Published, (HttpContext context, PublishDesk desk) => desk.PublishAsync(context));
    }
}
