using Validation.V1;

namespace Validation.Tests.Support;

/// <summary>Rules for tests. The reports among the samples, and the one that ships in the server, are of the year 2024.</summary>
internal static class TestRules
{
    public const string FileName = "local.yaml";

    /// <summary>An overlay of one file.</summary>
    public static RuleOverlay Overlay(params string[] rules)
    {
        return new RuleOverlay { Files = { new RuleFile { Path = FileName, Text = string.Join('\n', rules) } } };
    }

    /// <summary>A rule that finds fault with every report of 2024.</summary>
    public static string Finding(string id, string message = "不该是2024年。", string severity = "error", string more = "")
    {
        return Rule(id, "report.year != 2024", message, severity, more, "{year: 2023}", "{year: 2024}");
    }

    /// <summary>A rule that fails on every report of 2024, and passes its own tests.</summary>
    public static string Failing(string id, string severity = "error")
    {
        return Rule(id, "1 / (report.year - 2024) == 0", "问题。", severity, "", "{year: 2026}", "{year: 2023}");
    }

    /// <summary>A rule that fails on the reports of 2024 that hold a word, and on no other. It passes its own tests.</summary>
    public static string FailingOn(string id, string word, string severity = "error")
    {
        return Rule(
            id, $"prose.text.contains('{word}') == false || 1 / (report.year - 2024) == 0", "问题。", severity, "",
            "{year: 2026}", $"{{year: 2023, sections: {{1: \"{word}。\"}}}}");
    }

    /// <summary>A rule that finds fault with the reports that hold a word.</summary>
    public static string FindingOn(string id, string word, string severity = "error")
    {
        return Rule(
            id, $"prose.text.contains('{word}') == false", $"不该有{word}。", severity, "",
            "{year: 2026}", $"{{year: 2023, sections: {{1: \"{word}。\"}}}}");
    }

    /// <summary>A rule whose own tests go wrong.</summary>
    public static string FailingItsTests(string id)
    {
        return Rule(id, "report.year != 2024", "问题。", "error", "", "{year: 2024}", "{year: 2024}");
    }

    private static string Rule(string id, string assert, string message, string severity, string more, string right, string wrong)
    {
        return $"""
            - id: {id}
              title: 规则{id}
              severity: {severity}
              basis: 依据
              why: 原因
              assert: {assert}
              message: {message}
              tests:
                - {"{"}name: 对, report: {right}, findings: []{"}"}
                - {"{"}name: 错, report: {wrong}, findings: [{"{}"}]{"}"}
            {(more.Length == 0 ? "" : $"  {more}\n")}
            """;
    }
}
