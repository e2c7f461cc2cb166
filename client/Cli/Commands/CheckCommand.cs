using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Validation.Cli.Rendering;
using Validation.Client.Connection;

namespace Validation.Cli.Commands;

/// <summary>`validate check`: its arguments and options.</summary>
internal static class CheckCommand
{
    private const int LongestTimeout = 3600;
    private const string BySeverity = "severity";
    private const string ByDocument = "document";

    /// <summary>Creates the command <c>validate check</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = Files(CliTexts.FilesDescription);
        var server = new ServerArguments();
        var format = Format();
        var sort = Sort();
        var timeout = Timeout();
        var prior = new Option<string>("--prior") { Description = CommandTexts.PriorDescription, HelpName = CommandTexts.PriorName };
        var annotate = new Option<string>("--annotate") { Description = CopyTexts.TargetDescription, HelpName = CopyTexts.TargetName };
        var force = new Option<bool>("--force") { Description = CopyTexts.ForceDescription };
        var verbose = new Option<bool>("--verbose", "-v") { Description = CommandTexts.VerboseDescription };
        var quiet = new Option<bool>("--quiet", "-q") { Description = CommandTexts.QuietDescription };
        var recursive = new Option<bool>("--recursive", "-r") { Description = CliTexts.RecursiveDescription };
        var command = new DescribedCommand("check", CommandTexts.CheckDescription)
        {
            ExitCodes = CliTexts.ExitCodes,
        };
        command.Add(files);
        command.Add(recursive);
        command.Add(prior);
        server.AddTo(command);
        command.Add(format);
        command.Add(sort);
        command.Add(timeout);
        command.Add(annotate);
        command.Add(force);
        command.Add(verbose);
        command.Add(quiet);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (!server.TryGet(result, terminal, out var chosen, out var problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            var names = result.GetValue(files) ?? [];
            var copies = result.GetValue(annotate) is { } target ? new CopyPlan(target, result.GetValue(force)) : null;
            var isOne = names is [var only] && !Directory.Exists(only);
            var refusal = result.GetValue(verbose) && result.GetValue(quiet) ? CommandTexts.VerboseAndQuiet
                : result.GetValue(prior) is not null && !isOne ? CommandTexts.PriorOfOne
                : copies is null && result.GetValue(force) ? CopyTexts.ForceAlone
                : null;
            if (refusal is not null)
            {
                await terminal.Error.WriteLineAsync(refusal);
                return ExitCode.NotRun;
            }

            var detail = result.GetValue(quiet) ? TextDetail.Counts : result.GetValue(verbose) ? TextDetail.All : TextDetail.Usual;
            var renderer = Renderer(result.GetValue(format), detail, terminal);
            var check = new CheckRun(terminal, renderer, result.GetValue(timeout), result.GetValue(sort) == ByDocument, copies);
            var drafts = new DraftList(terminal, result.GetValue(recursive)) { Prior = result.GetValue(prior) };
            return await check.RunAsync(drafts, names, chosen, cancellationToken);
        });
        return command;
    }

    /// <summary>The argument with the drafts: one file or folder, or several.</summary>
    public static Argument<string[]> Files(string description)
    {
        var files = new Argument<string[]>(CommandTexts.FilesName) { Description = description, Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(RefuseOptions);
        return files;
    }

    /// <summary>Refuses misspelt options, which would otherwise be looked for as files or folders.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            if (token.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token))
            {
                var meant = result.Parent is CommandResult { Command: var command } ? UsageErrors.Meant(token, command) : string.Empty;
                result.AddError(CommandTexts.UnknownOption(token) + meant);
            }
        }
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = CommandTexts.FormatDescription, HelpName = CliTexts.FormatName, DefaultValueFactory = _ => "text",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("text" or "html" or "json" or "sarif") } token])
            {
                result.AddError(CommandTexts.BadFormat(token.Value));
            }
        });
        return format;
    }

    private static Option<string> Sort()
    {
        var sort = new Option<string>("--sort")
        {
            Description = CommandTexts.SortDescription, HelpName = CommandTexts.SortName, DefaultValueFactory = _ => BySeverity,
        };
        sort.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not (BySeverity or ByDocument) } token])
            {
                result.AddError(CommandTexts.BadSort(token.Value));
            }
        });
        return sort;
    }

    private static Option<TimeSpan> Timeout() => new("--timeout", "-t")
    {
        Description = CommandTexts.TimeoutDescription,
        HelpName = CommandTexts.TimeoutName,
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

        result.AddError(CommandTexts.BadTimeout(text));
        return default;
    }

    private static IRenderer Renderer(string? format, TextDetail detail, Terminal terminal) => format switch
    {
        "html" => new HtmlRenderer(terminal.Time),
        "json" => new JsonRenderer(),
        "sarif" => new SarifRenderer(),
        _ => new TextRenderer(terminal.Columns, terminal.Colours) { Detail = detail },
    };
}
