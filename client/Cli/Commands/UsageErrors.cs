using System.CommandLine;
using System.CommandLine.Parsing;

namespace Validation.Cli.Commands;

/// <summary>
/// Says in Chinese what is wrong with a command line. The parser's own sentences are English, so they are told anew from what they
/// are about; those of this program's validators are taken as they are.
/// </summary>
internal static class UsageErrors
{
    /// <summary>The sentences, each once.</summary>
    public static IReadOnlyList<string> Of(ParseResult result)
    {
        if (result.UnmatchedTokens.Count > 0)
        {
            return [Texts.UnknownTokens(result.UnmatchedTokens)];
        }

        return [.. result.Errors.SelectMany(error => Sentences(result, error)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Sentences(ParseResult result, ParseError error) =>
        error.SymbolResult is CommandResult { Command.Subcommands.Count: 0 } command ? Missing(result, command) : [Sentence(error)];

    private static IEnumerable<string> Missing(ParseResult result, CommandResult command)
    {
        var arguments = command.Command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(Missing);
        var options = command.Command.Options
            .Where(option => option.Required && result.GetResult(option) is not { Tokens.Count: > 0 })
            .Select(Missing);
        return arguments.Concat(options);
    }

    private static string Missing(Option option) => Texts.OptionMissing(option.Name, option.HelpName ?? string.Empty);

    private static string Missing(Argument argument) =>
        string.Equals(argument.Name, Texts.FilesName, StringComparison.Ordinal) ? Texts.NoFiles : Texts.ArgumentMissing(argument.Name);

    private static string Sentence(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Implicit: true } option => Missing(option.Option),
        OptionResult { Tokens.Count: 0 } option => Texts.ValueMissing(option.Option.Name),
        OptionResult { Tokens.Count: > 1 } option => Texts.WrittenTwice(option.Option.Name),
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => Texts.ValueMissing(option.Option.Name),
        ArgumentResult { Tokens.Count: 0 } argument => Missing(argument.Argument),
        CommandResult { Command.Subcommands.Count: > 0 } => Texts.NoCommand,
        _ => error.Message,
    };
}
