using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Weights as rule files name them.</summary>
internal static class Severities
{
    private static readonly (string Name, Severity Severity)[] All =
        [("error", Severity.Error), ("warning", Severity.Warning), ("info", Severity.Info)];

    /// <summary>Reads "error", "warning" or "info".</summary>
    public static bool TryParse(string text, out Severity severity)
    {
        severity = All.FirstOrDefault(pair => pair.Name == text).Severity;
        return severity != Severity.Unspecified;
    }

    /// <summary>The name.</summary>
    public static string NameOf(Severity severity) => All.First(pair => pair.Severity == severity).Name;
}
