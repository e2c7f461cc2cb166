using System.Globalization;
using Validation.Cli.Rendering;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Prints what is wrong with rule files, one line each, as compilers do: editors jump to file:line:column.</summary>
/// <param name="page">Where it goes; not wrapped.</param>
/// <param name="folder">The folder that the files came from; null: none.</param>
internal sealed class ProblemText(PageWriter page, string? folder)
{
    /// <summary>Whether a candidate with these problems is refused.</summary>
    public static bool Refuse(IEnumerable<RuleProblem> problems) => problems.Any(problem => problem.Severity != Level.Warning
        && problem.Severity != Level.Info);

    /// <summary>Prints the problems of rule files, each with file, line and column.</summary>
    public void Write(IEnumerable<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            var rule = problem.RuleId.Length == 0 ? string.Empty : CliTexts.RuleId(problem.RuleId);
            Write(Place(problem.File, problem.Line, problem.Column), problem.Severity, problem.Message + rule);
        }
    }

    /// <summary>Prints the failed tests.</summary>
    public void Write(IEnumerable<TestFailure> failures)
    {
        foreach (var failure in failures)
        {
            var words = RuleTexts.TestFailed(failure.Test, failure.Message) + CliTexts.RuleId(failure.RuleId);
            Write(Place(failure.File, failure.Line, 0), Level.Error, words);
        }
    }

    private void Write(string place, Level severity, string message)
    {
        var known = severity is Level.Warning or Level.Info ? severity : Level.Error;
        var colour = known == Level.Error ? Ink.Bad : Ink.Doubtful;
        var lead = place.Length == 0 ? string.Empty : place + ": ";
        page.Paragraph(0, Words.None, new(lead, Ink.Strong), new(FindingWords.Name(known), colour), new(": " + message));
    }

    /// <summary>A file of the folder gets the folder's name before it, as the user wrote it.</summary>
    private string Place(string file, int line, int column)
    {
        var path = folder is not null && file.Length > 0 && File.Exists(Path.Combine(folder, file)) ? Path.Combine(folder, file) : file;
        return (line, column) switch
        {
            (0, _) => path,
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{path}:{line}:{column}"),
        };
    }
}
