using System.Text;
using System.Text.Json;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Engine;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;

namespace Validation.Client.Tests.Support;

/// <summary>Real reports with the replies that the server's engine gives on them by the national rules.</summary>
internal static class CheckedSample
{
    private static readonly Lazy<RuleSet> National =
        new(() => NationalRuleSet.Read(Path.Combine(AppContext.BaseDirectory, "rules")).Compile());

    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    public static CheckOutcome Of(string name, params (string Before, string After)[] changes)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        foreach (var (before, after) in changes)
        {
            text.ShouldContain(before);
            text = text.Replace(before, after, StringComparison.Ordinal);
        }

        return OfText(name + ".txt", text);
    }

    public static CheckOutcome OfText(string name, string text)
    {
        var reply = new ReportValidator().Validate(Encoding.UTF8.GetBytes(text), National.Value);
        reply.FileName = name;
        return CheckOutcome.Answered(Draft.FromFile(name), reply);
    }

    /// <summary>The numbers that a person read in the report; null where there is none.</summary>
    public static IReadOnlyDictionary<string, double?> Truth(string name)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".truth.json")));
        return truth.RootElement.GetProperty("cells").EnumerateObject().ToDictionary(
            cell => cell.Name,
            cell => cell.Value.ValueKind == JsonValueKind.Null ? (double?)null : cell.Value.GetDouble(),
            StringComparer.Ordinal);
    }
}
