using Validation.V1;

namespace Validation.Engine.Rules.Sets;

/// <summary>How the rules' own tests went.</summary>
/// <param name="Passed">Tests that went as they should.</param>
/// <param name="Failures">Tests that did not.</param>
public sealed record RuleTestResult(int Passed, IReadOnlyList<TestFailure> Failures);

/// <summary>Runs the tests that rules bring along.</summary>
public static class RuleSetTests
{
    /// <summary>Runs them.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="includeNational">True: the national rules' tests too; false: those of rules that the overlay adds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleTestResult Run(RuleSet rules, bool includeNational, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("not yet");
}
