using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.Rules;

/// <summary>The addresses of pages about one rule, one version, or a part of the history.</summary>
internal static class RuleAddresses
{
    /// <summary>The page of a rule.</summary>
    public static string Rule(string id) => $"{PageLinks.Rule}?id={Uri.EscapeDataString(id)}";

    /// <summary>The page of a version.</summary>
    public static string Version(string version) => $"{PageLinks.RulesVersion}?id={Uri.EscapeDataString(version)}";

    /// <summary>The part of the history to which a token leads, with the same terms.</summary>
    public static string History(HistoryTerms terms, string token)
    {
        (string Name, string Value)[] fields = [("person", terms.Person), ("action", terms.Word), ("page", token)];
        var query = fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}");
        return $"{PageLinks.RulesHistory}?{string.Join('&', query)}";
    }
}
