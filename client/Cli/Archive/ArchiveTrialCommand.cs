using System.CommandLine;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive try`: what a candidate would change of the findings on the reports on file.</summary>
internal static class ArchiveTrialCommand
{
    private const int UsualExamples = 3;
    private const int MostExamples = 20;

    /// <summary>Creates the command <c>validate archive try</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = RuleOptions.Folder();
        var filter = new ArchiveFilter();
        var examples = RuleOptions.Number("--examples", UsualExamples, MostExamples, ArchiveTexts.BadExamples);
        examples.Description = ArchiveTexts.ExamplesDescription;
        examples.HelpName = ArchiveTexts.ExamplesName;
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "try", ArchiveTexts.TryDescription, "validate archive try 规则", "validate archive try 规则 --year 2024 --examples 10")
        {
            folder, examples, format,
        };
        filter.AddTo(command);
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetRequiredValue(folder);
            if (await session.ReadFolderAsync(path, cancellationToken) is not { } candidate)
            {
                return ExitCode.NotRun;
            }

            var request = new TryRulesRequest
            {
                Candidate = candidate, Filter = filter.Of(result), Examples = result.GetValue(examples),
            };
            return await new ArchiveTrialRun(session, path, result.IsJson(format)).RunAsync(request, cancellationToken);
        });
    }
}
