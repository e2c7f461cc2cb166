using System.Text;
using Validation.Server.Outcomes;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Publishing;

/// <summary>The rule files that a client sent, checked for their form. What the rules say is checked by the engine.</summary>
/// <param name="Files">The files, by path.</param>
internal sealed record Candidate(IReadOnlyList<RuleFile> Files)
{
    /// <summary>The most that an overlay may hold, in bytes of UTF-8.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The most files of a candidate.</summary>
    public const int MaxFiles = 2_000;

    private const int MaxPath = 200;

    /// <summary>Checks the form of the files.</summary>
    /// <returns>The candidate. Invalid or TooLarge: they cannot be the files of a rule set.</returns>
    public static Outcome<Candidate> Read(RuleOverlay? overlay)
    {
        var files = overlay?.Files.ToList() ?? [];
        if (files.Count > MaxFiles || files.Sum(file => (long)Encoding.UTF8.GetByteCount(file.Text)) > MaxBytes)
        {
            return new Refusal(RefusalKind.TooLarge, PublishingTexts.CandidateTooLarge(MaxBytes, MaxFiles)) { LimitBytes = MaxBytes };
        }

        if (files.FirstOrDefault(file => !IsPath(file.Path)) is { } wrong)
        {
            return new Refusal(RefusalKind.Invalid, PublishingTexts.PathInvalid(wrong.Path)) { Field = "candidate.files.path" };
        }

        // On Windows these would be one file.
        if (files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new Refusal(RefusalKind.Invalid, PublishingTexts.PathTwice(twice.Key)) { Field = "candidate.files.path" };
        }

        return new Candidate([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>Checks the form of files that are to be published. That there are none must be said on purpose, because it removes every
    /// local rule.</summary>
    /// <returns>As <see cref="Read"/>.</returns>
    public static Outcome<Candidate> ReadToPublish(RuleOverlay? overlay, bool empty)
    {
        return Read(overlay).Then<Candidate>(candidate =>
            candidate.Files.Count == 0 && !empty
                ? new Refusal(RefusalKind.Invalid, PublishingTexts.CandidateMissing) { Field = "candidate" }
            : candidate.Files.Count > 0 && empty ? new Refusal(RefusalKind.Invalid, PublishingTexts.CandidateNotEmpty) { Field = "empty" }
            : candidate);
    }

    /// <summary>A path that leads to the same file on every system, and not out of its folder.</summary>
    private static bool IsPath(string path)
    {
        return path.Length is > 0 and <= MaxPath
            && path.Split('/').All(part => part.Trim(' ', '.') == part && part.Length > 0 && !IsDevice(part))
            && path.All(letter => SentText.IsPlain(letter) && !@"\:*?""<>|".Contains(letter, StringComparison.Ordinal))
            && (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal));
    }

    /// <summary>True for names that Windows takes for a device, with any ending, such as "con.yaml".</summary>
    private static bool IsDevice(string part)
    {
        var name = part.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return name is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (name.Length == 4 && (name.StartsWith("COM", StringComparison.Ordinal) || name.StartsWith("LPT", StringComparison.Ordinal))
                && (char.IsAsciiDigit(name[3]) || name[3] is '¹' or '²' or '³'));
    }
}
