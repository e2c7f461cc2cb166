using System.CommandLine;

namespace Validation.Cli.Commands;

/// <summary>A command whose help says more than what it takes.</summary>
/// <param name="name">The command's name.</param>
/// <param name="description">What it does, one sentence.</param>
internal class DescribedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that work.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What its exit codes mean.</summary>
    public required IReadOnlyList<(string Code, string Meaning)> ExitCodes { get; set; }
}
