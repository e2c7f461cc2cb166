using System.Net;

namespace Validation.Client;

/// <summary>The page that shows a check.</summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, CheckOutcome outcome, DateTimeOffset checkedAt)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(outcome);
        output.Write($"<!doctype html><title>{WebUtility.HtmlEncode(outcome.Draft.Name)}</title><p>{checkedAt:u}");
    }
}
