using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>Arguments and options that several commands about rules have.</summary>
internal static class RuleOptions
{
    private const int LongestAuthor = 100;
    private const int LongestReason = 1000;

    /// <summary>The folder of rules.</summary>
    public static Argument<string> Folder() => new(Texts.RuleFolderName) { Description = Texts.RuleFolderDescription };

    /// <summary>The folder of rules where something else may be written instead.</summary>
    public static Argument<string?> OptionalFolder() =>
        new(Texts.RuleFolderName) { Description = Texts.RuleFolderDescription, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>text or json.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = Texts.RuleFormatDescription, HelpName = Texts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "json") } token])
            {
                result.AddError(Texts.BadRuleFormat(token.Value));
            }
        });
        return format;
    }

    /// <summary>Whether the option says json.</summary>
    public static bool IsJson(this ParseResult result, Option<string> format) =>
        string.Equals(result.GetValue(format), "json", StringComparison.Ordinal);

    /// <summary>A version.</summary>
    public static Option<string?> Version(string name, string description) =>
        new(name) { Description = description, HelpName = Texts.VersionName };

    /// <summary>Who changes the rules.</summary>
    public static Option<string?> Author()
    {
        var author = new Option<string?>("--author", "-a") { Description = Texts.AuthorDescription, HelpName = Texts.AuthorName };
        Limit(author, LongestAuthor);
        return author;
    }

    /// <summary>Why the rules are changed.</summary>
    public static Option<string?> Reason()
    {
        var reason = new Option<string?>("--reason")
        {
            Description = Texts.ReasonDescription, HelpName = Texts.ReasonName, Required = true,
        };
        Limit(reason, LongestReason);
        return reason;
    }

    /// <summary>Not to ask.</summary>
    public static Option<bool> Yes() => new("--yes", "-y") { Description = Texts.YesDescription };

    private static void Limit(Option<string?> option, int longest) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && (string.IsNullOrWhiteSpace(token.Value) || token.Value.Length > longest))
        {
            result.AddError(Texts.BadLength(option.Name, longest));
        }
    });
}
