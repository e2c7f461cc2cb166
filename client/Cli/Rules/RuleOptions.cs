using System.CommandLine;
using System.Globalization;

namespace Validation.Cli.Rules;

/// <summary>Arguments and options that several commands about rules have.</summary>
internal static class RuleOptions
{
    private const int LongestAuthor = 100;
    private const int LongestReason = 1000;

    /// <summary>The folder of rules.</summary>
    public static Argument<string> Folder() => new(RuleTexts.RuleFolderName) { Description = RuleTexts.RuleFolderDescription };

    /// <summary>The folder of rules where something else may be written instead.</summary>
    public static Argument<string?> OptionalFolder() =>
        new(RuleTexts.RuleFolderName) { Description = RuleTexts.RuleFolderDescription, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The option <c>--format</c>: text (the default) or json.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = RuleTexts.RuleFormatDescription, HelpName = CliTexts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json") } token])
            {
                result.AddError(RuleTexts.BadRuleFormat(token.Value));
            }
        });
        return format;
    }

    /// <summary>Whether the option says json.</summary>
    public static bool IsJson(this ParseResult result, Option<string> format) =>
        string.Equals(result.GetValue(format), "json", StringComparison.Ordinal);

    /// <summary>An option that takes a version of the rules, such as 2026.5+3.</summary>
    public static Option<string?> Version(string name, string description) =>
        new(name) { Description = description, HelpName = RuleTexts.VersionName };

    /// <summary>The option <c>--author</c>: who changes the rules.</summary>
    public static Option<string?> Author() => Author(RuleTexts.AuthorDescription);

    /// <summary>The option <c>--author</c>: who does something.</summary>
    public static Option<string?> Author(string description)
    {
        var author = new Option<string?>("--author", "-a") { Description = description, HelpName = RuleTexts.AuthorName };
        Limit(author, LongestAuthor);
        return author;
    }

    /// <summary>The option <c>--reason</c>, required: why the rules are changed.</summary>
    public static Option<string?> Reason() => Reason(RuleTexts.ReasonDescription);

    /// <summary>The option <c>--reason</c>, required: why something is done.</summary>
    public static Option<string?> Reason(string description)
    {
        var reason = new Option<string?>("--reason")
        {
            Description = description, HelpName = RuleTexts.ReasonName, Required = true,
        };
        Limit(reason, LongestReason);
        return reason;
    }

    /// <summary>The option that goes ahead without asking.</summary>
    public static Option<bool> Yes() => Yes(RuleTexts.YesDescription);

    /// <summary>The option <c>--yes</c>: do something without asking.</summary>
    public static Option<bool> Yes(string description) => new("--yes", "-y") { Description = description };

    /// <summary>An option that takes a whole number from 1 on.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="usual">The number where none is written.</param>
    /// <param name="most">The largest number.</param>
    /// <param name="complaint">Says of a text and the largest number what is wrong with the text.</param>
    public static Option<int> Number(string name, int usual, int most, Func<string, int, string> complaint) => new(name)
    {
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
            {
                return number;
            }

            result.AddError(complaint(text, most));
            return default;
        },
    };

    private static void Limit(Option<string?> option, int longest) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && (string.IsNullOrWhiteSpace(token.Value) || token.Value.Length > longest))
        {
            result.AddError(RuleTexts.BadLength(option.Name, longest));
        }
    });
}
