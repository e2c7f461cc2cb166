using Validation.V1;

namespace Validation.Engine.Rules.Compiling;

/// <summary>Everything that a rule set is compiled from: the same source gives the same rule set.</summary>
/// <param name="Version">The version that the result carries, such as "2026.1+3".</param>
/// <param name="National">The files of the national set.</param>
/// <param name="Overlay">The files of the overlay.</param>
/// <param name="Today">The day for which trials are on or over.</param>
public sealed record RuleSetSource(string Version, IReadOnlyList<RuleFile> National, IReadOnlyList<RuleFile> Overlay, DateOnly Today);

/// <summary>The result of compiling a rule set.</summary>
/// <param name="RuleSet">The rule set. Null: at least one problem is an error.</param>
/// <param name="Problems">What is wrong, by file and line.</param>
public sealed record RuleSetCompilation(RuleSet? RuleSet, IReadOnlyList<RuleProblem> Problems);
