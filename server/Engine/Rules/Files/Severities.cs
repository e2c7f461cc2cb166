using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>The names of levels in rule files.</summary>
internal static class Severities
{
    private static readonly (string Name, Level Severity)[] All =
        [("error", Level.Error), ("warning", Level.Warning), ("info", Level.Info)];

    /// <summary>Reads the name of a level: "error", "warning" or "info". False: it is none.</summary>
    public static bool TryParse(string text, out Level severity)
    {
        severity = All.FirstOrDefault(pair => pair.Name == text).Severity;
        return severity != Level.Unspecified;
    }

    /// <summary>The name of a level in rule files: error, warning or info.</summary>
    public static string NameOf(Level severity) => All.First(pair => pair.Severity == severity).Name;
}
