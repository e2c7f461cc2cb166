using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.Server.Pages.Rules;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Web.Problems;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Pages.Editing;

/// <summary>Makes the page with the editor, and takes its forms. What was typed is on every page that it makes.</summary>
internal sealed class EditPages(RuleBook book, RuleDesk desk, IRuleStore store, SecondPerson second, FormGuard guard)
{
    private const int MostEntries = 100;

    /// <summary>The page with the overlay in force, or with that of a proposal which the address names.</summary>
    public async Task<RazorComponentResult<EditPage>> ShowAsync(HttpContext context)
    {
        var current = book.Current.Stored;
        var form = new EditForm(OverlayText.Write(current.Overlay), current.Version);
        if (context.Request.Query[EditingRoutes.Proposal].ToString() is not { Length: > 0 } digest)
        {
            return await PageAsync(context, form, new EditResult());
        }

        return await store.FindOverlayAsync(digest, current.National, context.RequestAborted) is { } overlay
            ? await PageAsync(context, form with { Text = OverlayText.Write(overlay) }, new EditResult())
            : await RefusedAsync(context, form, new Refusal(RefusalKind.NotFound, EditingTexts.NoSuchProposal));
    }

    /// <summary>The page with a text and what came of it.</summary>
    public async Task<RazorComponentResult<EditPage>> PageAsync(HttpContext context, EditForm form, EditResult result)
    {
        var caller = context.Caller();
        var roles = caller?.Roles ?? Roles.None;
        var current = book.Current.Stored;
        var view = new EditView(form, result, current.Version, caller?.Title ?? "")
        {
            MayPublish = AccessTable.Lets(roles, EditingRoutes.Published),
            MayTryFiles = AccessTable.Lets(roles, EditingRoutes.TriedFiles),
            TakesTwo = second.IsNeeded,
            Proposals = second.IsNeeded ? await ProposalsAsync(form, context.RequestAborted) : [],
        };
        return new RazorComponentResult<EditPage>(new Dictionary<string, object?> { [nameof(EditPage.View)] = view })
        {
            StatusCode = result.Status,
        };
    }

    /// <summary>The page that says why something was not done.</summary>
    public Task<RazorComponentResult<EditPage>> RefusedAsync(HttpContext context, EditForm form, Refusal refusal)
    {
        var result = new EditResult { Refused = refusal.Reason, Status = ProblemCode.Of(refusal.Kind).Status };
        return PageAsync(context, form, result);
    }

    /// <summary>Reads the form of the page.</summary>
    /// <returns>The form, and why it is not to be acted on: it is of no page of this server, or too old. Null: it is.</returns>
    /// <exception cref="ProblemException">It is broken or too large.</exception>
    public async Task<(EditForm Form, Refusal? Refusal)> ReadAsync(HttpContext context)
    {
        var fields = await FormGuard.ReadFieldsAsync(context, EditForm.MostBytes);
        return (EditForm.Of(fields), await RefusalAsync(context, fields));
    }

    /// <summary>Why a form is not to be acted on. Null: it is.</summary>
    public async Task<Refusal?> RefusalAsync(HttpContext context, IReadOnlyDictionary<string, string> fields)
    {
        try
        {
            await guard.VerifyAsync(context, fields);
            return null;
        }
        catch (ProblemException)
        {
            return new Refusal(RefusalKind.Invalid, EditingTexts.FormExpired);
        }
    }

    /// <summary>The files of a text.</summary>
    public OverlayText Split(EditForm form) => form.Split(book.Current.Stored.Overlay);

    private async Task<IReadOnlyList<Proposal>> ProposalsAsync(EditForm form, CancellationToken cancellationToken)
    {
        var page = await store.HistoryAsync(MostEntries, HistoryStart.Newest, cancellationToken);
        var read = Candidate.Read(new RuleOverlay { Files = { Split(form).Files } });
        var digest = read.Answer is { } candidate ? desk.DigestOf(candidate) : "";
        // A proposal is over as soon as another version is in force.
        return
        [
            .. (page?.Entries ?? []).TakeWhile(entry => entry.Version.Length == 0)
                .Where(entry => entry.Action == Action.Proposed)
                .Select(entry => new Proposal(entry, entry.Sha256 == digest)),
        ];
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Version">The version in force.</param>
/// <param name="Person">Who looks at it, such as "政务公开办（k7m2q4xa）"; under this name the browser keeps what they type.</param>
public sealed record EditView(EditForm Form, EditResult Result, string Version, string Person)
{
    /// <summary>Whether they may publish.</summary>
    public bool MayPublish { get; init; }

    /// <summary>Whether they may try the rules on files of their own.</summary>
    public bool MayTryFiles { get; init; }

    /// <summary>Whether a change takes two people.</summary>
    public bool TakesTwo { get; init; }

    /// <summary>The changes that wait for a second person.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>Who changes the rules, until they say something else: the name that their key was given out under.</summary>
    public string Author => Form.Author.Length > 0 ? Form.Author : NameOf(Person);

    private static string NameOf(string person)
    {
        var number = person.LastIndexOf('（');
        return number < 0 ? "" : person[..number];
    }
}

/// <summary>A change that waits for a second person.</summary>
/// <param name="Entry">The change.</param>
/// <param name="IsThis">True: what is in the editor is the same.</param>
public sealed record Proposal(Publication Entry, bool IsThis);
