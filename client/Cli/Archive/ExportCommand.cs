using System.CommandLine;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive export`: the original of one report, or a table of many.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = ExportFormat.Csv, ["json"] = ExportFormat.Json, ["original"] = ExportFormat.Original,
    };

    /// <summary>Creates the command <c>validate archive export</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>(ArchiveTexts.IdName)
        {
            Description = ArchiveTexts.ExportIdDescription, Arity = ArgumentArity.ZeroOrOne,
        };
        var filter = new ArchiveFilter();
        var format = Format();
        var output = new Option<string?>("--output", "-o") { Description = ArchiveTexts.OutputDescription, HelpName = CliTexts.FileName };
        var force = new Option<bool>("--force") { Description = ArchiveTexts.ForceDescription };
        var command = new RuleCommand(
            "export",
            ArchiveTexts.ExportDescription,
            "validate archive export --year 2024 -o 2024年度.csv",
            "validate archive export --superior 某某市人民政府 --format json > 年报.jsonl",
            "validate archive export r7m2q4xa --format original -o 年报原件.docx")
        {
            id, format, output, force,
        };
        filter.AddTo(command);
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var request = new ExportRequest
            {
                Format = Formats[result.GetRequiredValue(format)], Id = result.GetValue(id) ?? string.Empty, Filter = filter.Of(result),
            };
            var run = new ExportRun(session, result.GetValue(output), result.GetValue(force));
            return Problem(request, result.GetValue(output)) is { } problem
                ? Task.FromResult(session.NotRun(problem))
                : run.RunAsync(request, cancellationToken);
        });
    }

    private static string? Problem(ExportRequest request, string? output) => request switch
    {
        { Format: ExportFormat.Original, Id.Length: 0 } => ArchiveTexts.OriginalOfWhat,
        { Format: ExportFormat.Original } when output is null => ArchiveTexts.OriginalWhere,
        { Id.Length: > 0 } when !request.Filter.Equals(new FiledReportFilter()) => ArchiveTexts.FilterOrId,
        _ => null,
    };

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = ArchiveTexts.ExportFormatDescription, HelpName = CliTexts.FormatName, DefaultValueFactory = _ => "csv",
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !Formats.ContainsKey(value))
            {
                result.AddError(ArchiveTexts.BadExportFormat(value));
            }
        });
        return format;
    }
}
