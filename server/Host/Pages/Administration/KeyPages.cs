using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.V1;

namespace Validation.Server.Pages.Administration;

/// <summary>Lists, makes and takes back keys on a page, at the same desk as KeyAdmin, and shows what was done.</summary>
internal sealed class KeyPages(KeyDesk desk, AuditReader audit, FormGuard guard, TimeProvider time)
{
    private const int EntriesOfAPage = 50;

    /// <summary>The page with all keys.</summary>
    public Task<RazorComponentResult<KeysPage>> ShowAsync(HttpContext context)
    {
        return PageAsync(context, "", "", StatusCodes.Status200OK);
    }

    /// <summary>Makes the key that the form asks for, and shows it once.</summary>
    public async Task<RazorComponentResult<KeysPage>> CreateAsync(HttpContext context)
    {
        var fields = await guard.ReadAsync(context);
        var words = fields.GetValueOrDefault("role", "").Replace(',', ' ');
        var request = new CreateKeyRequest
        {
            Name = fields.GetValueOrDefault("name", ""), Roles = { RoleWords.OfWords(words).Numbers() },
        };
        if (fields.GetValueOrDefault("expires", "") is { Length: > 0 } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
                || last == DateOnly.MaxValue)
            {
                return await PageAsync(context, AdministrationTexts.DayInvalid, "", StatusCodes.Status400BadRequest);
            }

            // That day is the last on which the key is good.
            var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
            request.ExpiresAt = Timestamp.FromDateTimeOffset(new DateTimeOffset(end, time.LocalTimeZone.GetUtcOffset(end)));
        }

        var made = await desk.CreateAsync(request, CallOrigin.Of(context), context.RequestAborted);
        return made.IsAnswered(out var reply, out var refusal)
            ? await PageAsync(context, "", reply.Secret, StatusCodes.Status200OK)
            : await PageAsync(context, refusal.Reason, "", ProblemCode.Of(refusal.Kind).Status);
    }

    /// <summary>Takes back the key that the form names.</summary>
    public async Task<RazorComponentResult<KeysPage>> RevokeAsync(HttpContext context)
    {
        var fields = await guard.ReadAsync(context);
        var request = new RevokeKeyRequest { Id = fields.GetValueOrDefault("id", ""), Reason = fields.GetValueOrDefault("reason", "") };
        var revoked = await desk.RevokeAsync(request, CallOrigin.Of(context), context.RequestAborted);
        return revoked.Refusal is { } refusal
            ? await PageAsync(context, refusal.Reason, "", ProblemCode.Of(refusal.Kind).Status)
            : await PageAsync(context, "", "", StatusCodes.Status200OK);
    }

    /// <summary>A page of what was done.</summary>
    public async Task<RazorComponentResult<AuditPage>> AuditAsync(HttpContext context)
    {
        _ = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before);
        var request = new AuditRequest { Limit = EntriesOfAPage, BeforeNumber = before };
        var entries = (await audit.ReadAsync(request, context.RequestAborted)).Entries;
        return new RazorComponentResult<AuditPage>(new Dictionary<string, object?>
        {
            [nameof(AuditPage.Entries)] = entries,
            [nameof(AuditPage.Before)] = entries.Count == EntriesOfAPage ? entries[^1].Number : 0L,
        });
    }

    private async Task<RazorComponentResult<KeysPage>> PageAsync(HttpContext context, string problem, string secret, int status)
    {
        var roles = context.Caller()?.Roles ?? Roles.None;
        return new RazorComponentResult<KeysPage>(new Dictionary<string, object?>
        {
            [nameof(KeysPage.Keys)] = (await desk.ListAsync(context.RequestAborted)).Keys,
            [nameof(KeysPage.MayChange)] = AccessTable.Lets(roles, PageLinks.KeyCreated),
            [nameof(KeysPage.Problem)] = problem,
            [nameof(KeysPage.Secret)] = secret,
        })
        {
            StatusCode = status,
        };
    }
}
