using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>A change of the rules in force, before it is made.</summary>
internal sealed record RuleSetChange
{
    /// <summary>The folder that the rules come from; null: none.</summary>
    public string? Folder { get; init; }

    /// <summary>Asks what would change, given the version in force.</summary>
    public required Func<string, DiffRequest> Diff { get; init; }

    /// <summary>Makes the change, given the version in force, the author and the reason.</summary>
    public required Func<string, string, string, Task<RuleOutcome<PublishReply>>> Send { get; init; }
}
