using System.Text.Json.Nodes;
using Validation.Client.Connection;
using Validation.Client.Drafts;

namespace Validation.Client.Sarif;

/// <summary>A draft as SARIF names it.</summary>
internal static class SarifArtifact
{
    /// <summary>The draft with the hash of what was checked.</summary>
    public static JsonNode Of(CheckOutcome outcome)
    {
        var artifact = new JsonObject { ["location"] = Location(outcome.Draft), ["roles"] = new JsonArray("analysisTarget") };
        if (outcome.Reply?.Provenance?.DocumentSha256 is { Length: > 0 } hash)
        {
            artifact["hashes"] = new JsonObject { ["sha-256"] = hash };
        }

        return artifact;
    }

    /// <summary>The draft's place: a file URI, or a reference relative to the current folder when the user gave a relative path.</summary>
    public static JsonObject Location(DraftName draft) => new() { ["uri"] = Uri(draft.FilePath ?? draft.Name) };

    // A name that a browser sent may look like a path and be none.
    private static string Uri(string path) => Path.IsPathFullyQualified(path) && System.Uri.TryCreate(path, UriKind.Absolute, out var file)
        ? file.AbsoluteUri
        : string.Join('/', path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(System.Uri.EscapeDataString));
}
