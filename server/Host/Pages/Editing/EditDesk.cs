using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Publishing;
using Validation.Server.Web.Problems;
using Validation.V1;

namespace Validation.Server.Pages.Editing;

/// <summary>Looks at what somebody writes, at the same desk as RuleAdmin, without changing anything.</summary>
internal sealed class EditDesk(EditPages pages, RuleDesk desk)
{
    /// <summary>The page with a text that another page has made, or that was to be made anew on another version.</summary>
    public async Task<RazorComponentResult<EditPage>> DraftAsync(HttpContext context)
    {
        var (form, refusal) = await pages.ReadAsync(context);
        return refusal is null ? await LookAsync(context, form) : await pages.RefusedAsync(context, form, refusal);
    }

    /// <summary>What is wrong with the text, as JSON for the script of the page.</summary>
    /// <exception cref="ProblemException">It is not looked at.</exception>
    public async Task<IResult> LintAsync(HttpContext context)
    {
        var (form, refusal) = await pages.ReadAsync(context);
        if (refusal is not null)
        {
            throw new ProblemException(refusal);
        }

        var text = pages.Split(form);
        var linted = await Candidate.Read(new RuleOverlay { Files = { text.Files } })
            .ThenAsync(candidate => desk.LintAsync(candidate, context.Principal(), context.RequestAborted));
        if (!linted.IsAnswered(out var reply, out refusal))
        {
            throw new ProblemException(refusal);
        }

        var isOneFile = text.Files.Count <= 1;
        return TypedResults.Json(new LintAnswer(
            reply.Rules, [.. reply.Problems.Select(problem => LintLine.Of(PlacedProblem.Of(problem, text), isOneFile))]));
    }

    /// <summary>The page with what is wrong, and what publishing would change.</summary>
    public async Task<RazorComponentResult<EditPage>> CheckAsync(HttpContext context)
    {
        var (form, refusal) = await pages.ReadAsync(context);
        return refusal is null ? await LookAsync(context, form) : await pages.RefusedAsync(context, form, refusal);
    }

    /// <summary>The page with what came of the overlay's own tests.</summary>
    public async Task<RazorComponentResult<EditPage>> TestAsync(HttpContext context)
    {
        var (form, refusal) = await pages.ReadAsync(context);
        if (refusal is not null)
        {
            return await pages.RefusedAsync(context, form, refusal);
        }

        var text = pages.Split(form);
        var tested = await Candidate.Read(new RuleOverlay { Files = { text.Files } })
            .ThenAsync(candidate => desk.TestAsync(candidate, includeNational: false, context.Principal(), context.RequestAborted));
        if (!tested.IsAnswered(out var reply, out refusal))
        {
            return await pages.RefusedAsync(context, form, refusal);
        }

        var isRun = reply.Problems.All(problem => problem.Severity != Level.Error);
        return await pages.PageAsync(context, form, new EditResult
        {
            Problems = isRun && reply.Notices.Count == 0 ? null
                : [.. reply.Problems.Concat(reply.Notices).Select(problem => PlacedProblem.Of(problem, text))],
            Passed = isRun ? reply.Passed : null,
            Failures = [.. reply.Failures.Select(failure => PlacedProblem.Of(failure, text))],
        });
    }

    private async Task<RazorComponentResult<EditPage>> LookAsync(HttpContext context, EditForm form)
    {
        var text = pages.Split(form);
        var read = Candidate.Read(new RuleOverlay { Files = { text.Files } });
        var linted = await read.ThenAsync(candidate => desk.LintAsync(candidate, context.Principal(), context.RequestAborted));
        if (!linted.IsAnswered(out var lint, out var refusal))
        {
            return await pages.RefusedAsync(context, form, refusal);
        }

        var result = new EditResult
        {
            Rules = lint.Rules, Problems = [.. lint.Problems.Select(problem => PlacedProblem.Of(problem, text))],
        };
        if (lint.Problems.Any(problem => problem.Severity == Level.Error))
        {
            return await pages.PageAsync(context, form, result);
        }

        var compared = await desk.DiffAsync("", read.Answer!, context.Principal(), context.RequestAborted);
        return await pages.PageAsync(context, form, result with { Changes = compared.Answer?.Changes });
    }
}

/// <summary>What the script of the page is told of a text.</summary>
/// <param name="Rules">How many rules there are with it; 0 where it cannot be used.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record LintAnswer(int Rules, IReadOnlyList<LintLine> Problems);

/// <summary>Something that is wrong, as the script shows it.</summary>
/// <param name="Line">The line of the whole text, from 1.</param>
/// <param name="Column">The column, from 1; 0 for the whole line.</param>
/// <param name="IsError">False: it does not keep the rules from being published.</param>
/// <param name="Weight">How much it weighs, in a word.</param>
/// <param name="Place">The place in words.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record LintLine(int Line, int Column, bool IsError, string Weight, string Place, string Message)
{
    /// <summary>A problem in words.</summary>
    public static LintLine Of(PlacedProblem problem, bool isOneFile)
    {
        return new LintLine(
            problem.Line, problem.Column, problem.Severity == Level.Error, Client.Wording.FindingWords.Name(problem.Severity),
            EditingTexts.Place(problem, isOneFile), problem.Message);
    }
}
