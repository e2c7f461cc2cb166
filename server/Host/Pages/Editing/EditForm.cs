using Validation.Server.Pages.Rules;
using Validation.V1;

namespace Validation.Server.Pages.Editing;

/// <summary>What somebody has typed into the editor.</summary>
/// <param name="Text">The whole overlay.</param>
/// <param name="Expected">The version that it was made from.</param>
public sealed record EditForm(string Text, string Expected)
{
    /// <summary>The most that a text may hold, in bytes of UTF-8, as an overlay.</summary>
    public const int MostBytes = Publishing.Candidate.MaxBytes;

    /// <summary>Why the rules are changed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The person who changes the rules.</summary>
    public string Author { get; init; } = "";

    /// <summary>The year of the archived reports to try on. Empty: all years.</summary>
    public string Year { get; init; } = "";

    /// <summary>Whether every local rule is to go.</summary>
    public bool Empty { get; init; }

    /// <summary>Whether to publish even though a rule failed in a trial.</summary>
    public bool Force { get; init; }

    /// <summary>Reads the fields of a form.</summary>
    public static EditForm Of(IReadOnlyDictionary<string, string> fields)
    {
        var expected = fields.GetValueOrDefault("onto", "");
        return new EditForm(
            fields.GetValueOrDefault("text", ""), expected.Length > 0 ? expected : fields.GetValueOrDefault("expected", ""))
        {
            // Other pages propose a reason.
            Reason = fields.GetValueOrDefault("reason", "") is { Length: > 0 } reason ? reason : fields.GetValueOrDefault("note", ""),
            Author = fields.GetValueOrDefault("author", ""),
            Year = fields.GetValueOrDefault("year", ""),
            Empty = fields.ContainsKey("empty"),
            Force = fields.ContainsKey("force"),
        };
    }

    /// <summary>The files of the text.</summary>
    /// <param name="original">Those that it was made from.</param>
    public OverlayText Split(IReadOnlyList<RuleFile> original) => OverlayText.Read(Text, original);
}
