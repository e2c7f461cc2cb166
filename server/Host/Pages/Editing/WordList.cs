using System.Text.Json;
using Validation.Engine.Rules.Facts;
using Validation.Form;
using Validation.Server.Rules;

namespace Validation.Server.Pages.Editing;

/// <summary>A word that the editor offers.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Type">The type of its value. Empty: none is known.</param>
/// <param name="Meaning">What it is, in a line.</param>
internal sealed record OfferedWord(string Name, string Type, string Meaning);

/// <summary>All words that the editor offers.</summary>
/// <param name="Keys">The keys of rule files, by what they stand in: "file", "rule", "override", "test", "finding", "report".</param>
/// <param name="Values">The values of keys that have only a few, by key.</param>
/// <param name="Facts">The facts that expressions begin with.</param>
/// <param name="Functions">The functions, with their parameters; those of values begin with the type of the value and a dot.</param>
/// <param name="Types">The fields of facts, by type.</param>
/// <param name="Cells">The paths of the cells of a report.</param>
/// <param name="Rules">The rules in force.</param>
internal sealed record OfferedWords(
    IReadOnlyDictionary<string, IReadOnlyList<OfferedWord>> Keys, IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyList<OfferedWord> Facts, IReadOnlyList<OfferedWord> Functions, IReadOnlyDictionary<string, IReadOnlyList<OfferedWord>> Types,
    IReadOnlyList<OfferedWord> Cells, IReadOnlyList<OfferedWord> Rules);

/// <summary>Lists what can be written in rule files: their keys as the schema of rule files explains them, the facts and functions of the
/// engine, the cells of the form, and the rules in force.</summary>
internal sealed class WordList(RuleBook book)
{
    private const string Schema = "rules.schema.json";

    private static readonly Lazy<OfferedWords> Fixed = new(Read);

    /// <summary>The words as of now.</summary>
    public IResult Get()
    {
        var rules = book.Current.Rules.List.Rules.Select(rule => new OfferedWord(rule.Id, "", rule.Title));
        return TypedResults.Json(Fixed.Value with { Rules = [.. rules] });
    }

    private static OfferedWords Read()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(Schema) ?? throw new FileNotFoundException(Schema);
        using var document = JsonDocument.Parse(stream);
        var schema = document.RootElement;
        var defined = schema.GetProperty("$defs");
        var findings = defined.GetProperty("test").GetProperty("properties").GetProperty("findings").GetProperty("items");
        var keys = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["file"] = schema.GetProperty("oneOf")[2],
            ["rule"] = defined.GetProperty("rule"),
            ["override"] = defined.GetProperty("override"),
            ["test"] = defined.GetProperty("test"),
            ["finding"] = findings,
            ["report"] = defined.GetProperty("exampleReport"),
        };
        var entries = FactCatalog.Of("")!;
        return new OfferedWords(
            keys.ToDictionary(pair => pair.Key, pair => KeysOf(pair.Value, defined), StringComparer.Ordinal),
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["severity"] = ValuesOf(defined.GetProperty("severity")),
                ["needs"] = ValuesOf(defined.GetProperty("rule").GetProperty("properties").GetProperty("needs")),
                ["off"] = ["true"],
                ["diagnosis"] = ["sums"],
                ["accept"] = ["never"],
            },
            [.. entries.Where(entry => !entry.Path.Contains('(', StringComparison.Ordinal)).Select(WordOf)],
            [
                .. entries.Where(entry => entry.Path.Contains('(', StringComparison.Ordinal)).Select(WordOf),
                new OfferedWord("has(a.b)", "bool", EditingTexts.HasMeaning),
                .. EditingTexts.Macros.Select(macro => new OfferedWord($"list(A).{macro.Form}", "", macro.Meaning)),
            ],
            FactCatalog.FieldsByType().ToDictionary(
                pair => pair.Key, pair => (IReadOnlyList<OfferedWord>)[.. pair.Value.Select(WordOf)], StringComparer.Ordinal),
            [.. ReportTemplate.Tables.SelectMany(table => table.Cells.Select(cell =>
                new OfferedWord(cell.Path, "", EditingTexts.CellIn(table.Name, cell.Row, cell.Column))))],
            []);
    }

    private static OfferedWord WordOf(FactEntry entry) => new(entry.Path, entry.Type, entry.Meaning);

    private static IReadOnlyList<OfferedWord> KeysOf(JsonElement mapping, JsonElement defined)
    {
        var keys = mapping.GetProperty("properties").EnumerateObject();
        return [.. keys.Select(key => new OfferedWord(key.Name, "", MeaningOf(key.Value, defined)))];
    }

    private static string MeaningOf(JsonElement key, JsonElement defined)
    {
        const string Description = "description";
        if (key.TryGetProperty(Description, out var own))
        {
            return own.GetString()!;
        }

        return key.TryGetProperty("$ref", out var name)
            && defined.GetProperty(name.GetString()!.Split('/')[^1]).TryGetProperty(Description, out var shared)
                ? shared.GetString()!
                : "";
    }

    private static IReadOnlyList<string> ValuesOf(JsonElement choice)
    {
        return [.. choice.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!)];
    }
}
