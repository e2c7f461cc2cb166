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

        return [.. result.Errors.Select(Sentence).Distinct(StringComparer.Ordinal)];
    }

    private static string Sentence(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => Texts.ValueMissing(option.Option.Name),
        OptionResult { Tokens.Count: > 1 } option => Texts.WrittenTwice(option.Option.Name),
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => Texts.ValueMissing(option.Option.Name),
        ArgumentResult { Tokens.Count: 0 } => Texts.NoFiles,
        CommandResult { Command.Subcommands.Count: > 0 } => Texts.NoCommand,
        CommandResult => Texts.NoFiles,
        _ => error.Message,
    };
}
