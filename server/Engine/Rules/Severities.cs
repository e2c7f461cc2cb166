using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Weights as rule files name them.</summary>
internal static class Severities
{
    private static readonly (string Name, Level Severity)[] All =
        [("error", Level.Error), ("warning", Level.Warning), ("info", Level.Info)];

    /// <summary>Reads "error", "warning" or "info".</summary>
    public static bool TryParse(string text, out Level severity)
    {
        severity = All.FirstOrDefault(pair => pair.Name == text).Severity;
        return severity != Level.Unspecified;
    }

    /// <summary>The name.</summary>
    public static string NameOf(Level severity) => All.First(pair => pair.Severity == severity).Name;
}
