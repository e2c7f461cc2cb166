using System.CommandLine;
using System.CommandLine.Parsing;

namespace Validation.Cli.Commands;

/// <summary>Says in Chinese what is wrong with a command line. The parser's sentences are English, so that they are replaced by what they
/// are about; sentences of this program's own validators stay.</summary>
internal static class UsageErrors
{
    /// <summary>The sentences, each once.</summary>
    public static IReadOnlyList<string> Of(ParseResult result)
    {
        if (result.UnmatchedTokens.Count > 0)
        {
            return [CommandTexts.UnknownTokens(result.UnmatchedTokens) + Meant(result.UnmatchedTokens[0], result.CommandResult.Command)];
        }

        return [.. result.Errors.SelectMany(error => Sentences(result, error)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Asks whether a command or an option was meant that is written much like it. Empty: there is none.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="command">The command after which it was written.</param>
    public static string Meant(string written, Command command)
    {
        var names = written.StartsWith('-')
            ? HelpPage.Options(command).SelectMany(option => option.Aliases.Append(option.Name))
                .Where(name => name.StartsWith("--", StringComparison.Ordinal))
            : command.Subcommands.Select(sub => sub.Name);
        return Spelling.Nearest(written, names) is { } near ? CommandTexts.Meant(near) : string.Empty;
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

    private static string Missing(Option option) => CommandTexts.OptionMissing(option.Name, option.HelpName ?? string.Empty);

    private static string Missing(Argument argument) =>
        string.Equals(argument.Name, CommandTexts.FilesName, StringComparison.Ordinal)
            ? CommandTexts.NoFiles
            : CommandTexts.ArgumentMissing(argument.Name);

    private static string Sentence(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Implicit: true } option => Missing(option.Option),
        OptionResult { Tokens.Count: 0 } option => CommandTexts.ValueMissing(option.Option.Name),
        OptionResult { Tokens.Count: > 1 } option => CommandTexts.WrittenTwice(option.Option.Name),
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => CommandTexts.ValueMissing(option.Option.Name),
        ArgumentResult { Tokens.Count: 0 } argument => Missing(argument.Argument),
        CommandResult { Command.Subcommands.Count: > 0 } => CommandTexts.NoCommand,
        _ => error.Message,
    };
}
