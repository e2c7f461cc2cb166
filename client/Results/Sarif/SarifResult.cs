using System.Text.Json.Nodes;
using Validation.V1;

namespace Validation.Client.Sarif;

/// <summary>A finding as SARIF states it.</summary>
internal static class SarifResult
{
    /// <summary>The SARIF result object of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="ruleIndex">The place of its rule among the rules of the run.</param>
    /// <param name="artifact">The place of its draft.</param>
    public static JsonObject Of(Finding finding, int ruleIndex, JsonObject artifact)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.RuleId,
            ["ruleIndex"] = ruleIndex,
            ["level"] = LevelOf(finding.Severity),
            ["message"] = new JsonObject { ["text"] = finding.Message },
            ["locations"] = new JsonArray(Location(finding, artifact)),
        };
        if (finding.Fingerprint.Length > 0)
        {
            result["partialFingerprints"] = new JsonObject { ["finding/v1"] = finding.Fingerprint };
        }

        if (finding.Suggestions.Count > 0)
        {
            var suggestions = finding.Suggestions.Select(suggestion => (JsonNode)suggestion.Text);
            result["properties"] = new JsonObject { ["suggestions"] = new JsonArray([.. suggestions]) };
        }

        if (finding.Accepted is { } accepted)
        {
            result["suppressions"] = new JsonArray(
                new JsonObject { ["kind"] = "external", ["status"] = "accepted", ["justification"] = accepted.Reason });
        }

        return result;
    }

    /// <summary>The level of SARIF for a level of ours; one that this program does not know is a note.</summary>
    public static string LevelOf(Level severity) => severity switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        _ => "note",
    };

    private static JsonObject Location(Finding finding, JsonObject artifact)
    {
        var physical = new JsonObject { ["artifactLocation"] = artifact };
        if (finding.Location is { Line: > 0 } place)
        {
            var region = new JsonObject { ["startLine"] = place.Line };
            if (place.Column > 0)
            {
                region["startColumn"] = place.Column;
            }

            physical["region"] = region;
        }

        var location = new JsonObject { ["physicalLocation"] = physical };
        if (finding.Cells.Count > 0)
        {
            location["logicalLocations"] = new JsonArray([.. finding.Cells.Select(Logical)]);
        }
        else if (finding.Section.Length > 0)
        {
            location["logicalLocations"] = new JsonArray(new JsonObject { ["name"] = finding.Section, ["kind"] = "section" });
        }

        return location;
    }

    private static JsonNode Logical(CellReference cell) => new JsonObject
    {
        ["fullyQualifiedName"] = cell.Path, ["name"] = $"{cell.Row} {cell.Column}".Trim(), ["kind"] = "cell",
    };
}
