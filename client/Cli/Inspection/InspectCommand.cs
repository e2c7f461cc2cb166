using System.CommandLine;
using Google.Protobuf;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Inspection;

/// <summary>`validate inspect`: how a draft is read, step by step.</summary>
internal static class InspectCommand
{
    // What the messages of rule calls hold, less what comes with a file.
    private const int LargestDraft = 5 << 20;

    private static readonly (string Name, InspectionStep Step)[] Steps =
    [
        ("document", InspectionStep.Document),
        ("article", InspectionStep.Article),
        ("sections", InspectionStep.Sections),
        ("tables", InspectionStep.Tables),
        ("report", InspectionStep.Report),
    ];

    /// <summary>The command with its options and what it does.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>(InspectionTexts.InspectFileName) { Description = InspectionTexts.InspectFileDescription };
        var step = new Option<string[]>("--step")
        {
            Description = InspectionTexts.StepDescription(Steps.Select(step => step.Name)), HelpName = InspectionTexts.StepName,
            AllowMultipleArgumentsPerToken = false,
        };
        step.AcceptOnlyFromAmong([.. Steps.Select(step => step.Name)]);
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "inspect",
            InspectionTexts.InspectDescription,
            "validate inspect 年报.docx --step tables",
            "validate inspect 年报.pdf --step document --format json")
        {
            file, step, format,
        };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetRequiredValue(file);
            var (content, problem) = await ReadAsync(path, cancellationToken);
            if (problem is not null)
            {
                return session.NotRun(problem);
            }

            var asked = result.GetValue(step) ?? [];
            var request = new InspectRequest
            {
                FileName = Path.GetFileName(path),
                Content = content,
                Steps = { Steps.Where(step => asked.Contains(step.Name, StringComparer.Ordinal)).Select(step => step.Step) },
            };
            return await session.ShowAsync(
                session.Connection.InspectAsync(request, cancellationToken),
                result.IsJson(format),
                reply => new InspectText(session.Lines).Write(reply),
                reply => reply.Reason == Reason.Unspecified ? ExitCode.Done : ExitCode.NotDecided);
        });
    }

    private static async Task<(ByteString Content, string? Problem)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path).Length > LargestDraft
                ? (ByteString.Empty, InspectionTexts.InspectTooLarge(path, LargestDraft))
                : (UnsafeByteOperations.UnsafeWrap(await File.ReadAllBytesAsync(path, cancellationToken)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (ByteString.Empty, InspectionTexts.InspectUnreadable(path));
        }
    }
}
