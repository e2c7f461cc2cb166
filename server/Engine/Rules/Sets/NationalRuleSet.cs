using Validation.V1;

namespace Validation.Engine.Rules.Sets;

/// <summary>The national rule set as files.</summary>
/// <param name="Version">Its version, such as "2026.1", as the file ruleset.yaml says.</param>
/// <param name="Files">The files, by path.</param>
public sealed record NationalRuleSet(string Version, IReadOnlyList<RuleFile> Files)
{
    /// <summary>Reads the set from a folder, such as the folder "rules" beside the server's program.</summary>
    /// <exception cref="IOException">The folder cannot be read, or holds no rule set.</exception>
    public static NationalRuleSet Read(string folder) => throw new NotSupportedException("not yet");

    /// <summary>The rule set without any overlay.</summary>
    /// <exception cref="InvalidDataException">It has problems, which the message tells.</exception>
    public RuleSet Compile() => throw new NotSupportedException("not yet");
}
