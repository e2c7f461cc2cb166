using Validation.Cli.Commands;

namespace Validation.Cli.Archive;

/// <summary>How far a trial on the reports on file is, on the error output: a line that changes on a terminal, else a line for each further
/// tenth.</summary>
/// <param name="terminal">Where it is shown.</param>
internal sealed class TrialProgress(Terminal terminal)
{
    private const int Steps = 10;

    private ProgressLine? _line;
    private long _step;

    /// <summary>Shows how far it is.</summary>
    public void Show(long done, long total)
    {
        if (total == 0)
        {
            return;
        }

        if (terminal.Progress)
        {
            _line ??= new ProgressLine(terminal, (int)Math.Min(total, int.MaxValue), TimeProvider.System);
            _line.Show((int)Math.Min(done, total), (percent, left) => ArchiveTexts.TrialProgress(percent, done, left));
        }
        else if (Steps * done / total is var step && step > _step)
        {
            _step = step;
            terminal.Error.WriteLine(ArchiveTexts.TrialLine(done, total));
        }
    }

    /// <summary>Removes a line that changes from the terminal.</summary>
    public void Clear() => _line?.Clear();
}
