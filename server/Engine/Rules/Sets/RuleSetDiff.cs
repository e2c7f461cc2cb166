using Validation.V1;

namespace Validation.Engine.Rules.Sets;

/// <summary>Compares rule sets, and what they find.</summary>
public static class RuleSetDiff
{
    /// <summary>The rules that differ, by id.</summary>
    public static IReadOnlyList<RuleChange> Rules(RuleSet before, RuleSet after) => throw new NotSupportedException("not yet");

    /// <summary>The findings that differ between two replies on the same draft, in the order of the document; told apart by fingerprint.</summary>
    public static IReadOnlyList<FindingChange> Findings(ValidateReply before, ValidateReply after) => throw new NotSupportedException("not yet");
}
