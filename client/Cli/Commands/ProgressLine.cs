using Validation.Cli.Rendering;
using Validation.Client.Wording;

namespace Validation.Cli.Commands;

/// <summary>One line on the error output that says how far a run is, when there is much to do and somebody looks. Whoever prints anything
/// else clears it first; it comes again with the next change.</summary>
internal sealed class ProgressLine(Terminal terminal, int drafts, TimeProvider time)
{
    private const int Many = 5;
    private const int BarColumns = 20;
    private const int UsualColumns = 80;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly bool _wanted = terminal.Progress && drafts >= Many;
    private long? _shownAt;
    private int _width;

    /// <summary>Shows how far it is, not more often than eyes can follow.</summary>
    public void Show(Counts counts) => Show(counts.All, (percent, left) => CommandTexts.Progress(percent, counts, left));

    /// <summary>Shows the progress in the words of the caller.</summary>
    /// <param name="done">How many drafts are done.</param>
    /// <param name="words">Says so, given the percentage and how many are left.</param>
    public void Show(int done, Func<int, int, string> words)
    {
        if (!_wanted || (_shownAt is { } last && time.GetElapsedTime(last) < Pace && _width > 0))
        {
            return;
        }

        var text = Line(done, words((int)(100L * done / drafts), drafts - done));
        // Spaces, not escape codes: they need no understanding terminal.
        terminal.Error.Write('\r' + TextWidth.Pad(text, _width));
        _width = TextWidth.Of(text);
        _shownAt = time.GetTimestamp();
    }

    /// <summary>Removes the line from the terminal.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            terminal.Error.Write('\r' + new string(' ', _width) + '\r');
            _width = 0;
        }
    }

    private string Line(int done, string words)
    {
        var filled = (int)((long)BarColumns * done / drafts);
        var bar = $"[{new string('#', filled)}{new string('-', BarColumns - filled)}] ";
        // A line that is wrapped by the terminal cannot be removed.
        return TextWidth.Of(bar) + TextWidth.Of(words) < (terminal.Columns ?? UsualColumns) ? bar + words : words;
    }
}
