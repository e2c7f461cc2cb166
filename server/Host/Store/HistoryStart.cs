using System.Globalization;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Where a part of the history begins.</summary>
/// <param name="BeforeVersion">Only what happened before this version came to be. Empty: it does not matter.</param>
/// <param name="BeforeId">Only entries with a smaller number. Null: it does not matter.</param>
internal sealed record HistoryStart(string BeforeVersion, long? BeforeId)
{
    private const char Mark = 'p';

    /// <summary>The beginning of the history: its newest entry.</summary>
    public static HistoryStart Newest { get; } = new("", null);

    /// <summary>Where a request wants to begin.</summary>
    /// <returns>The place. Invalid: its token is none.</returns>
    public static Outcome<HistoryStart> Read(HistoryRequest request)
    {
        if (request.PageToken.Length == 0)
        {
            return new HistoryStart(Versions.Stored(request.BeforeVersion), null);
        }

        var isToken = request.PageToken[0] == Mark
            & long.TryParse(request.PageToken.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return isToken ? new HistoryStart("", id) : new Refusal(RefusalKind.Invalid, StoreTexts.NoSuchPage) { Field = "page_token" };
    }

    /// <summary>The token that leads to a place. Empty: there is nothing before.</summary>
    public static string Token(long? next)
    {
        return next is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Mark}{id}") : "";
    }
}
