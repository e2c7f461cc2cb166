using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Outcomes;

namespace Validation.Server.Access;

/// <summary>Who may do what: looks up what the route of a request needs, and whether its caller has it. Thread-safe.</summary>
internal sealed class AccessGate(CallerReader callers, KeyRing ring, AuditTrail trail)
{
    /// <summary>Looks at a request, before anything of its body is read. Its caller is kept with it.</summary>
    /// <returns>Why it is refused. Null: it may go on.</returns>
    public async Task<Refusal?> RefusalAsync(HttpContext context)
    {
        var need = AccessTable.Of(context.GetEndpoint());
        // A page shows who looks at it, also where it needs no right.
        if (need == Roles.None && !PageMark.IsOn(context))
        {
            return null;
        }

        var read = await callers.ReadAsync(context);
        if (!read.IsAnswered(out var caller, out var refusal))
        {
            return refusal;
        }

        context.Features.Set(caller);
        if (need == Roles.None || (caller.Roles & need) != Roles.None)
        {
            return null;
        }

        // Before the store was read nobody can tell whether there are publishers.
        if (need == Roles.Publisher && caller.Title == AccessTexts.LocalPrincipal && !ring.IsKnown)
        {
            return new Refusal(RefusalKind.Unavailable, AccessTexts.KeysUnknown);
        }

        trail.Count(CallOrigin.Of(context), context.Request.Path);
        return Denied(caller, need);
    }

    private Refusal Denied(Caller caller, Roles need)
    {
        if (caller.IsKnown)
        {
            return new Refusal(RefusalKind.Forbidden, AccessTexts.RoleMissing(need));
        }

        return need == Roles.Publisher && !callers.HasPublisher
            ? new Refusal(RefusalKind.Forbidden, AccessTexts.OnlyFromThisMachine)
            : new Refusal(RefusalKind.Unauthenticated, AccessTexts.KeyNeeded(need));
    }
}
