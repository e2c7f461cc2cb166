using Microsoft.Extensions.Time.Testing;
using Validation.Cli;
using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Client.Wording;

namespace Validation.Client.Tests.Cli.Commands;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new();
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };

    [Fact]
    public void Line_HalfWay_SaysWhatIsDoneAndLeft()
    {
        Line(columns: 100).Show(new Counts(Accepted: 90, Rejected: 6, NotDecided: 4, NotChecked: 0));

        _error.ToString().ShouldBe("\r[##########----------]  50% 完成 100，须修改 6，未能判定 4，剩余 100");
    }

    [Fact]
    public void Line_OnANarrowTerminal_HasNoBar()
    {
        Line(columns: 60).Show(new Counts(Accepted: 90, Rejected: 6, NotDecided: 4, NotChecked: 0));

        _error.ToString().ShouldNotContain("[");
    }

    [Fact]
    public void Line_Cleared_LeavesNothing()
    {
        var line = Line(columns: 100);
        line.Show(Counts.None);
        var width = TextWidth.Of(_error.ToString().TrimStart('\r'));

        line.Clear();
        line.Clear();

        _error.ToString().ShouldEndWith($"\r{new string(' ', width)}\r");
    }

    [Fact]
    public void Line_ThatNobodyLooksAt_IsNotWritten()
    {
        Line(columns: 100, progress: false).Show(Counts.None);

        _error.ToString().ShouldBeEmpty();
    }

    public void Dispose() => _error.Dispose();

    private ProgressLine Line(int columns, bool progress = true)
    {
        var terminal = new Terminal
        {
            Output = TextWriter.Null, Error = _error, Input = () => Stream.Null, Columns = columns, Progress = progress,
        };
        return new ProgressLine(terminal, drafts: 200, _time);
    }
}
