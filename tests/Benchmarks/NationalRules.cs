using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;

namespace Validation.Benchmarks;

/// <summary>The national rule set.</summary>
internal static class NationalRules
{
    public static readonly NationalRuleSet Files = NationalRuleSet.Read(Path.Combine(AppContext.BaseDirectory, "rules"));

    public static readonly RuleSet Set = Files.Compile();
}
