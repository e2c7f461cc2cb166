using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>The options of a command that changes the rules in force: who, why, from which version, and whether to ask.</summary>
internal sealed class ChangeTerms
{
    /// <summary>Who. Unset: the user's name.</summary>
    public Option<string?> Author { get; } = RuleOptions.Author();

    /// <summary>Why.</summary>
    public Option<string?> Reason { get; } = RuleOptions.Reason();

    /// <summary>The version that must be in force. Unset: the one that is.</summary>
    public Option<string?> Expect { get; } = RuleOptions.Version("--expect", Texts.ExpectDescription);

    /// <summary>Not to ask.</summary>
    public Option<bool> Yes { get; } = RuleOptions.Yes();

    /// <summary>text or json.</summary>
    public Option<string> Format { get; } = RuleOptions.Format();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Author);
        command.Options.Add(Reason);
        command.Options.Add(Expect);
        command.Options.Add(Yes);
        command.Options.Add(Format);
    }
}
