using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Validation.Engine.Rules.Files;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Rules.Files;

/// <summary>The JSON schema that editors use agrees with the files that there are.</summary>
public sealed class RuleFileSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "rules.schema.json")));

    public static TheoryData<string> NationalFiles => [.. TestRules.Files.Files.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(NationalFiles))]
    public void NationalFile_AgainstTheSchema_IsValid(string path) =>
        Check(TestRules.Files.Files.Single(file => file.Path == path).Text).ShouldBeEmpty();

    [Theory]
    [InlineData("- override: t3-secret\n  off: true", true)]
    [InlineData("- override: sec1-length\n  with: {most: 1500}", true)]
    [InlineData("- override: t3-secret", false)]
    [InlineData("- overide: t3-secret\n  off: true", false)]
    [InlineData("- override: t3-secret\n  off: yes", false)]
    [InlineData("- override: t3-secret\n  severity: fatal", false)]
    [InlineData("- override: t3-secret\n  trial: 31.12.2026", false)]
    [InlineData("- {id: a, title: b, severity: info, basis: c, asert: x}", false)]
    [InlineData("- {id: A, title: b, severity: info, basis: c, assert: x, message: y, tests: []}", false)]
    [InlineData("- {id: a, title: b, severity: info, basis: c, assert: x, message: y, tests: []}", true)]
    [InlineData("- {id: a, title: b, severity: info, basis: c, waits-for: 上年报告}", true)]
    public void Entry_AgainstTheSchema_IsAsItShould(string text, bool isValid) => Check(text).Count.ShouldBe(isValid ? 0 : 1);

    private static List<string> Check(string text)
    {
        var problems = new ProblemList();
        var node = ToJson(YamlReader.Read(text, problems)!);
        problems.Problems.ShouldBeEmpty();
        var result = Schema.Evaluate(JsonSerializer.SerializeToElement(node));
        return result.IsValid ? [] : [text];
    }

    /// <summary>As editors read YAML: without quotes, numbers and truths are what they look like.</summary>
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(
            mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlScalar { Indent: 0, Text: "" } => null,
        YamlScalar { Indent: 0, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        YamlScalar { Indent: 0 } number when long.TryParse(number.Text, CultureInfo.InvariantCulture, out var count) =>
            JsonValue.Create(count),
        YamlScalar { Indent: 0 } number when double.TryParse(number.Text, CultureInfo.InvariantCulture, out var value) =>
            JsonValue.Create(value),
        YamlScalar text => JsonValue.Create(text.Text),
        _ => null,
    };
}
