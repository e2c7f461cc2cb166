using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>The options of a command that changes the rules in force: who, why, from which version, and whether to ask.</summary>
internal sealed class ChangeTerms
{
    /// <summary>The option <c>--author</c>: who changes the rules. Default: the user's name.</summary>
    public Option<string?> Author { get; } = RuleOptions.Author();

    /// <summary>The option <c>--reason</c>: why the rules are changed.</summary>
    public Option<string?> Reason { get; } = RuleOptions.Reason();

    /// <summary>The version that must be in force. Unset: the one that is.</summary>
    public Option<string?> Expect { get; } = RuleOptions.Version("--expect", RuleTexts.ExpectDescription);

    /// <summary>The option <c>--yes</c>: do not ask before the change.</summary>
    public Option<bool> Yes { get; } = RuleOptions.Yes();

    /// <summary>The option <c>--format</c>: text (the default) or json.</summary>
    public Option<string> Format { get; } = RuleOptions.Format();

    /// <summary>Adds these options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Author);
        command.Options.Add(Reason);
        command.Options.Add(Expect);
        command.Options.Add(Yes);
        command.Options.Add(Format);
    }
}
