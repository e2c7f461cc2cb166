using Validation.Engine.Documents;
using Validation.Engine.Documents.Building;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Building;

public sealed class StepRecorderTests
{
    // Seven steps: a paragraph for each of three, and four for the one cell.
    private static readonly EngineLimits Limits = EngineLimits.Default with { Paragraphs = 3, TableCells = 1 };

    [Fact]
    public void AddParagraph_MoreStepsThanTheLimits_RefusedWhileRecording()
    {
        var flow = new StepRecorder(Limits);
        Repeat(7, () => flow.AddParagraph(string.Empty, 0));

        Refused(() => flow.AddParagraph(string.Empty, 0));
    }

    [Fact]
    public void EndRow_MoreStepsThanTheLimits_RefusedWhileRecording()
    {
        // A table with a row of one cell has five steps, and each further row four.
        var flow = new StepRecorder(Limits with { Paragraphs = 5 });
        Repeat(2, () => AddRow(flow));

        Refused(() => AddRow(flow));
    }

    [Fact]
    public void BeginBox_StepsOfBoxes_CountedWithThoseOutside()
    {
        var flow = new StepRecorder(Limits);
        flow.AddParagraph(string.Empty, 0);
        Repeat(3, () => AddBox(flow));
        Repeat(3, () => flow.AddParagraph(string.Empty, 0));

        Refused(() => AddBox(flow));
    }

    private static void AddRow(StepRecorder flow)
    {
        flow.EndCell(string.Empty, 1);
        flow.EndRow(null, 1);
    }

    private static void AddBox(StepRecorder flow)
    {
        var box = flow.BeginBox();
        box.AddParagraph(string.Empty, 0);
        flow.AddBox(box);
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }

    private static void Refused(Action action) =>
        Should.Throw<UnreadableException>(action).Reason.ShouldBe(Reason.DocumentTooLarge);
}
