using System.CommandLine;
using System.CommandLine.Invocation;
using Validation.Cli.Rendering;

namespace Validation.Cli.Commands;

/// <summary>The help of a command, in Chinese and aligned for full-width characters.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int Gap = 2;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return ExitCode.Accepted;
    }

    /// <summary>Prints the help of a command.</summary>
    public static void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine(CommandTexts.HelpUsage);
        output.WriteLine($"  {Usage(command)}");
        WriteRows(output, CommandTexts.HelpCommands, command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        WriteRows(output, CommandTexts.HelpArguments, command.Arguments.Select(argument => (Label(argument), argument.Description)));
        WriteRows(output, CommandTexts.HelpOptions, Options(command).Select(option => (Label(option), option.Description)));
        var described = command as DescribedCommand;
        var codes = described?.ExitCodes ?? CliTexts.ExitCodes;
        WriteRows(output, CommandTexts.HelpExamples, (described?.Examples ?? []).Select(example => (example, (string?)null)));
        WriteRows(output, CommandTexts.HelpExitCodes, codes.Select(code => (code.Code, (string?)code.Meaning)));
    }

    /// <summary>The command with those above it, as it is typed.</summary>
    public static string FullName(Command command)
    {
        var above = command.Parents.OfType<Command>().FirstOrDefault();
        return above is null ? "validate" : $"{FullName(above)} {command.Name}";
    }

    /// <summary>The options of a command, with those of the commands above it that hold for it too; hidden ones left out.</summary>
    public static IEnumerable<Option> Options(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        return command.Options.Concat(inherited).Where(option => !option.Hidden);
    }

    private static string Usage(Command command)
    {
        var parts = new List<string> { FullName(command) };
        if (command.Subcommands.Count > 0)
        {
            parts.Add(CommandTexts.HelpAnyCommand);
        }

        parts.AddRange(command.Arguments.Select(Usage));
        parts.AddRange(command.Options.Where(option => option.Required).Select(option => $"{option.Name} <{option.HelpName}>"));
        parts.Add(CommandTexts.HelpAnyOptions);
        return string.Join(' ', parts);
    }

    private static string Usage(Argument argument)
    {
        var label = Label(argument) + (IsList(argument) ? "…" : string.Empty);
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{label}]" : label;
    }

    private static bool IsList(Argument argument) => argument.Arity.MaximumNumberOfValues > 1;

    private static string Label(Argument argument) => $"<{argument.Name}>";

    private static string Label(Option option)
    {
        var names = option.Aliases.Where(alias => alias is not ("-?" or "/?" or "/h")).Append(option.Name);
        var value = option.Arity.MaximumNumberOfValues > 0 && option.HelpName is not null ? $" <{option.HelpName}>" : string.Empty;
        return string.Join(", ", names) + value;
    }

    private static void WriteRows(TextWriter output, string title, IEnumerable<(string Label, string? Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        var width = all.Max(row => TextWidth.Of(row.Label));
        foreach (var (label, text) in all)
        {
            output.WriteLine(new string(' ', Indent) + (text is null ? label : TextWidth.Pad(label, width + Gap) + text));
        }
    }
}
