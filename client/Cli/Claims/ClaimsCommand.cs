using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Validation.Cli.Commands;
using Validation.Client.Connection;

namespace Validation.Cli.Claims;

/// <summary>`validate claims`: the counts that the prose of drafts, or a sentence, states.</summary>
internal static class ClaimsCommand
{
    private const string StandardInput = "-";

    /// <summary>Creates the command <c>validate claims</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = CheckCommand.Files(ClaimTexts.ClaimFilesDescription);
        var server = new ServerArguments();
        var recursive = new Option<bool>("--recursive", "-r") { Description = CliTexts.RecursiveDescription };
        var year = Year();
        var command = new DescribedCommand("claims", ClaimTexts.ClaimsDescription)
        {
            Examples = ["validate claims 年报.docx", "validate claims - --year 2024 < 句子.txt"],
            ExitCodes = CliTexts.ClaimsExitCodes,
        };
        command.Add(files);
        command.Add(recursive);
        server.AddTo(command);
        command.Add(year);
        command.SetAction(async (result, cancellationToken) =>
        {
            var arguments = result.GetValue(files) ?? [];
            var isSentences = arguments is [StandardInput];
            var problem = isSentences ? null
                : arguments.Contains(StandardInput) ? ClaimTexts.SentencesAlone
                : result.GetValue(year) != 0 ? ClaimTexts.YearWithFiles : null;
            if (problem is not null || !server.TryGet(result, terminal, out var chosen, out problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            var options = new ConnectionOptions { Trust = chosen.Trust, Key = chosen.Key };
            using var connection = new ValidationConnection(chosen.Address, options);
            if (!isSentences)
            {
                var drafts = new DraftList(terminal, result.GetValue(recursive));
                return await new DraftRun(terminal, connection).RunAsync(drafts, arguments, cancellationToken);
            }

            await using var input = terminal.Input();
            var asker = new SentenceAsker(connection, result.GetValue(year));
            return await new SentenceRun(terminal, asker).RunAsync(input, cancellationToken);
        });
        return command;
    }

    private static Option<int> Year() => new("--year")
    {
        Description = ClaimTexts.YearDescription,
        HelpName = ClaimTexts.YearName,
        CustomParser = ParseYear,
    };

    private static int ParseYear(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999)
        {
            return year;
        }

        result.AddError(ClaimTexts.BadYear(text));
        return 0;
    }
}
