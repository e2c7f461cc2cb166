using System.Globalization;
using System.Text.Json;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>Compares a reply's JSON with a sample's truth file, as tests/tools/cell-check.py does.</summary>
internal static class CellCheck
{
    /// <summary>Every cell, and the year, that differs from the truth.</summary>
    public static IReadOnlyList<string> Differences(JsonElement reply, JsonElement truth)
    {
        var report = (reply.ValueKind == JsonValueKind.Array ? reply[0] : reply).GetProperty("report");
        var differences = truth.GetProperty("cells").EnumerateObject()
            .Select(cell => Difference(cell.Name, Number(cell.Value), CellNumber(report, cell.Name)))
            .Append(Difference("year", truth.GetProperty("year").GetDouble(), report.GetProperty("year").GetDouble()));
        return differences.OfType<string>().ToList();
    }

    public static JsonElement Truth(string sample)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(sample, ".truth.json")));
        return truth.RootElement.Clone();
    }

    private static string? Difference(string path, double? expected, double? actual)
    {
        return Nullable.Equals(expected, actual)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{path}: expected {expected}, got {actual}");
    }

    private static double? CellNumber(JsonElement report, string path)
    {
        var cell = report;
        foreach (var key in path.Split('.'))
        {
            if (cell.ValueKind != JsonValueKind.Object || !cell.TryGetProperty(key, out cell))
            {
                return null;
            }
        }

        return cell.GetProperty("state").GetString() == "NUMBER" ? Number(cell.GetProperty("value")) : null;
    }

    private static double? Number(JsonElement value)
    {
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
    }
}
