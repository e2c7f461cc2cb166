using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Validation.Client.Wording;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Cli.Claims;

/// <summary>Counts as JSON, one object on one line. Chinese stands as it is.</summary>
internal static class ClaimJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<Kind, string> Names =
        Claim.Descriptor.EnumTypes[0].Values.ToDictionary(value => (Kind)value.Number, value => value.Name.ToLowerInvariant());

    /// <summary>The kinds of counts that a sentence by itself can state.</summary>
    private static readonly HashSet<Kind> OfSentences =
    [
        Kind.New, Kind.Accepted, Kind.CarriedIn, Kind.CarriedOut, Kind.ResultsTotal, Kind.Granted, Kind.Partial, Kind.Denied,
        Kind.Unavailable, Kind.NotProcessed, Kind.OtherResult, Kind.Natural, Kind.LegalEntity, Kind.ReviewTotal, Kind.LitigationTotal,
        Kind.RulesIssued, Kind.RulesAbolished, Kind.RulesEffective, Kind.Permits, Kind.Penalties, Kind.Coercion, Kind.Fees,
        Kind.ProcessingFee,
    ];

    /// <summary>What a sentence states: kind, value and words of each count, equal ones once.</summary>
    public static string OfSentence(IEnumerable<Claim> claims) => Write(json =>
    {
        json.WriteStartArray("claims");
        foreach (var claim in claims.Where(claim => OfSentences.Contains(claim.Kind)).DistinctBy(claim => (claim.Kind, claim.Value)))
        {
            json.WriteStartObject();
            json.WriteString("kind", NameOf(claim.Kind));
            json.WriteNumber("value", claim.Value);
            json.WriteString("text", claim.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>What the prose of a draft states: all that is known of each count.</summary>
    public static string OfDraft(string file, Report report) => Write(json =>
    {
        json.WriteString("file", file);
        json.WriteStartArray("claims");
        foreach (var claim in report.Claims)
        {
            json.WriteStartObject();
            json.WriteString("kind", NameOf(claim.Kind));
            json.WriteNumber("value", claim.Value);
            json.WriteString("unit", claim.Unit);
            json.WriteString("scope", claim.Scope);
            json.WriteNumber("year", claim.Year);
            json.WriteNumber("section", claim.Section);
            WritePlace(json, claim.Location ?? new Location());
            json.WriteString("text", claim.Text);
            json.WriteString("sentence", ClaimSentence.Of(report, claim));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>The object for a sentence or draft whose counts are not known.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="file">Of which draft; null: of a sentence.</param>
    public static string OfProblem(string problem, string? file = null) => Write(json =>
    {
        if (file is not null)
        {
            json.WriteString("file", file);
        }

        json.WriteString("error", problem);
    });

    private static void WritePlace(Utf8JsonWriter json, Location place)
    {
        json.WriteNumber("line", place.Line);
        if (place.Paragraph > 0)
        {
            json.WriteNumber("paragraph", place.Paragraph);
        }

        if (place.Page > 0)
        {
            json.WriteNumber("page", place.Page);
        }
    }

    /// <summary>The name of a kind; "unknown" for one that only a newer server knows.</summary>
    private static string NameOf(Kind kind) => Names.GetValueOrDefault(kind, "unknown");

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
