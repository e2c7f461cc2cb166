using System.CommandLine;
using Google.Protobuf;

namespace Validation.Cli.Rules;

/// <summary>`validate rules eval`: the value of an expression.</summary>
internal static class EvalCommand
{
    private const string StandardInput = "-";
    private const int LargestReport = 3 << 20;

    /// <summary>Creates the command <c>validate rules eval</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var expression = new Argument<string>(RuleTexts.ExpressionName) { Description = RuleTexts.ExpressionDescription };
        var report = new Option<string?>("--report") { Description = RuleTexts.ReportDescription, HelpName = RuleTexts.ReportName };
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "eval",
            RuleTexts.EvalDescription,
            "validate rules eval \"sum([1, 2, 3]) == 6\"",
            "validate rules eval \"applications.granted.total\" --report 年报.docx",
            "validate rules eval - < 表达式.txt")
        {
            expression, report, format,
        };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetValue(report);
            var (content, problem) = await ReadAsync(path, cancellationToken);
            if (problem is not null)
            {
                return session.NotRun(problem);
            }

            var evaluator = new Evaluator(session.Connection, content, Path.GetFileName(path) ?? string.Empty);
            var run = new EvalRun(session, evaluator, result.IsJson(format));
            var text = result.GetRequiredValue(expression);
            if (!string.Equals(text, StandardInput, StringComparison.Ordinal))
            {
                return await run.OneAsync(text, cancellationToken);
            }

            await using var input = terminal.Input();
            return await run.LinesAsync(input, cancellationToken);
        });
    }

    private static async Task<(ByteString Content, string? Problem)> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return (ByteString.Empty, null);
        }

        try
        {
            return new FileInfo(path).Length > LargestReport
                ? (ByteString.Empty, RuleTexts.ReportTooLarge(path, LargestReport))
                : (UnsafeByteOperations.UnsafeWrap(await File.ReadAllBytesAsync(path, cancellationToken)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (ByteString.Empty, RuleTexts.ReportUnreadable(path));
        }
    }
}
