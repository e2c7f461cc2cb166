using System.CommandLine;
using System.Text.Json;
using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Engine.Rules.Facts;

namespace Validation.Cli.Rules.Local;

/// <summary>`validate rules facts`: what the expressions of rules may speak of. Asks no server.</summary>
internal static class FactsCommand
{
    private const int Indent = 4;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Creates the command <c>validate rules facts</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string?>(RuleTexts.FactName) { Description = RuleTexts.FactDescription, Arity = ArgumentArity.ZeroOrOne };
        var format = RuleOptions.Format();
        var command = new DescribedCommand("facts", RuleTexts.FactsDescription)
        {
            Examples = ["validate rules facts", "validate rules facts applications.refused", "validate rules facts percent --format json"],
            ExitCodes = CliTexts.RuleExitCodes,
        };
        command.Arguments.Add(path);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            var wanted = result.GetValue(path) ?? string.Empty;
            if (FactCatalog.Of(wanted) is not { } entries)
            {
                terminal.Error.WriteLine(RuleTexts.NoSuchFact(wanted));
                return ExitCode.Refused;
            }

            if (result.IsJson(format))
            {
                terminal.Output.Write(JsonSerializer.Serialize(entries, Json) + "\n");
                return ExitCode.Done;
            }

            var page = new PageWriter(terminal.Output, terminal.Columns, terminal.Colours);
            foreach (var entry in entries)
            {
                page.Paragraph(0, Words.None, new Words(entry.Path, Ink.Strong), new Words(RuleTexts.OfType(entry.Type), Ink.Faint));
                if (entry.Meaning.Length > 0)
                {
                    page.Paragraph(Indent, Words.None, new Words(entry.Meaning));
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
