namespace Validation.Server.Access.Audit;

/// <summary>Where a call came from, for the records.</summary>
/// <param name="Title">Who, as people call them. Empty: unknown.</param>
/// <param name="Address">The address.</param>
internal sealed record CallOrigin(string Title, string Address)
{
    /// <summary>The origin of a request.</summary>
    public static CallOrigin Of(HttpContext context)
    {
        return new CallOrigin(context.Caller()?.Title ?? "", context.Connection.RemoteIpAddress?.ToString() ?? "");
    }
}
