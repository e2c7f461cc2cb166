using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Validation.Cli.Rendering;
using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>`validate check`: its arguments and options.</summary>
internal static class CheckCommand
{
    private const int LongestTimeout = 3600;
    private const string BySeverity = "severity";
    private const string ByDocument = "document";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = Files(Texts.FilesDescription);
        var server = new ServerOptions();
        var format = Format();
        var sort = Sort();
        var timeout = Timeout();
        var recursive = new Option<bool>("--recursive", "-r") { Description = Texts.RecursiveDescription };
        var command = new DescribedCommand("check", Texts.CheckDescription)
        {
            ExitCodes = Texts.ExitCodes,
        };
        command.Add(files);
        command.Add(recursive);
        server.AddTo(command);
        command.Add(format);
        command.Add(sort);
        command.Add(timeout);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (!server.TryGet(result, out var chosen, out var problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            var renderer = Renderer(result.GetValue(format), terminal);
            var check = new CheckRun(terminal, renderer, result.GetValue(timeout), result.GetValue(sort) == ByDocument);
            var drafts = new DraftList(terminal, result.GetValue(recursive));
            return await check.RunAsync(drafts, result.GetValue(files) ?? [], chosen, cancellationToken);
        });
        return command;
    }

    /// <summary>The drafts.</summary>
    public static Argument<string[]> Files(string description)
    {
        var files = new Argument<string[]>(Texts.FilesName) { Description = description, Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            // A misspelt option would otherwise be looked for as a file.
            foreach (var token in result.Tokens.Select(token => token.Value))
            {
                if (token.StartsWith("--", StringComparison.Ordinal) && !File.Exists(token))
                {
                    result.AddError(Texts.UnknownOption(token));
                }
            }
        });
        return files;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = Texts.FormatDescription, HelpName = Texts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "html" or "json" or "sarif") } token])
            {
                result.AddError(Texts.BadFormat(token.Value));
            }
        });
        return format;
    }

    private static Option<string> Sort()
    {
        var sort = new Option<string>("--sort")
        {
            Description = Texts.SortDescription, HelpName = Texts.SortName, DefaultValueFactory = _ => BySeverity,
        };
        sort.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not (BySeverity or ByDocument) } token])
            {
                result.AddError(Texts.BadSort(token.Value));
            }
        });
        return sort;
    }

    private static Option<TimeSpan> Timeout() => new("--timeout", "-t")
    {
        Description = Texts.TimeoutDescription,
        HelpName = Texts.TimeoutName,
        DefaultValueFactory = _ => new ConnectionOptions().Timeout,
        CustomParser = ParseTimeout,
    };

    private static TimeSpan ParseTimeout(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        result.AddError(Texts.BadTimeout(text));
        return default;
    }

    private static IRenderer Renderer(string? format, Terminal terminal) => format switch
    {
        "html" => new HtmlRenderer(terminal.Time),
        "json" => new JsonRenderer(),
        "sarif" => new SarifRenderer(),
        _ => new TextRenderer(terminal.Columns, terminal.Colours),
    };
}
