using Validation.V1;

namespace Validation.Client.Monitor;

/// <summary>What the server finds in a draft now and nobody has accepted, or why that is not known.</summary>
/// <param name="FilePath">The draft.</param>
/// <param name="Problem">Why nothing is known, in Chinese; null: it is.</param>
public sealed record DraftFindings(string FilePath, string? Problem)
{
    /// <summary>The body as the report names it.</summary>
    public string Organization { get; init; } = string.Empty;

    /// <summary>The year of the report.</summary>
    public int Year { get; init; }

    /// <summary>The findings in the order of the reply, the worst first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>The outcome of accepting a finding: exactly one of the two is set.</summary>
/// <param name="Accepted">What the server keeps; null: nothing.</param>
/// <param name="Problem">Why not, in Chinese; null: it was accepted.</param>
public sealed record AcknowledgeOutcome(Acceptance? Accepted, string? Problem);
