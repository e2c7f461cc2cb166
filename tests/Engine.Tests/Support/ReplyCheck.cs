using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Support;

/// <summary>Compares what was read with the numbers that were written.</summary>
public static class ReplyCheck
{
    /// <summary>All 200 numbers came back and nothing was found.</summary>
    public static void ShouldHoldAll(this ValidateReply reply, NumbersThatBalance numbers)
    {
        var wrong = ReportTemplate.Cells.Values
            .Where(cell => cell.Of(reply.Report).State != State.Number || cell.Of(reply.Report).Value != numbers[cell])
            .Select(cell => $"{cell.Path}: {numbers[cell]} read as {cell.Of(reply.Report).State} '{cell.Of(reply.Report).Text}'");
        wrong.ShouldBeEmpty();
    }

    /// <summary>Whatever was read is right, and there is no verdict unless all of it was read.</summary>
    public static void ShouldHoldNothingWrong(this ValidateReply reply, NumbersThatBalance numbers)
    {
        if (reply.Report is null)
        {
            reply.Verdict.ShouldBe(Verdict.NotDecided);
            return;
        }

        var wrong = ReportTemplate.Cells.Values
            .Where(cell => cell.Of(reply.Report) is { State: not State.Missing } read && read.Value != numbers[cell])
            .Select(cell => $"{cell.Path}: {numbers[cell]} read as {cell.Of(reply.Report).State} '{cell.Of(reply.Report).Text}'");
        wrong.ShouldBeEmpty();
        if (ReportTemplate.Cells.Values.Any(cell => cell.Of(reply.Report).State == State.Missing))
        {
            reply.Verdict.ShouldNotBe(Verdict.Accept);
        }
    }
}
