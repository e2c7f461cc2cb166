namespace Validation.Engine.Rules.Sets;

/// <summary>Makes rule sets of rule files. Bad files are problems, never exceptions. Thread-safe.</summary>
public static class RuleSetCompiler
{
    /// <summary>Compiles a rule set.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleSetCompilation Compile(RuleSetSource source, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("not yet");
}
