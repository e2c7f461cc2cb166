using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Pages.Rules;

/// <summary>Which part of the history somebody wants to see.</summary>
/// <param name="Person">A part of a name. Empty: anybody.</param>
/// <param name="Word">The action, as addresses write it. Empty: any.</param>
/// <param name="Token">Where to read on. Empty: at the newest entry.</param>
public sealed record HistoryTerms(string Person, string Word, string Token)
{
    private const int MostPerson = 100;

    /// <summary>Reads the terms of an address.</summary>
    public static HistoryTerms Of(IQueryCollection query)
    {
        var person = query["person"].ToString().Trim();
        var word = query["action"].ToString();
        return new HistoryTerms(
            person.Length > MostPerson ? person[..MostPerson] : person,
            RuleWords.Actions.Any(one => one.Word == word) ? word : "",
            query["page"].ToString());
    }

    /// <summary>The terms as a request.</summary>
    public HistoryRequest Request()
    {
        var action = RuleWords.Actions.FirstOrDefault(one => one.Word == Word);
        return new HistoryRequest
        {
            Person = Person, PageToken = Token, Action = action.Word is null ? Action.Unspecified : action.Action,
        };
    }
}
