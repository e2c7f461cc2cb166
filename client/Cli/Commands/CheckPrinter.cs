using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;

namespace Validation.Cli.Commands;

/// <summary>Prints the outcomes of one run as they come, with the progress beside them.</summary>
internal sealed class CheckPrinter : IDisposable
{
    private readonly Terminal _terminal;
    private readonly IRenderer _renderer;
    private readonly int _drafts;
    private readonly ProgressLine _progress;
    private readonly StringWriter _page = new();
    private readonly List<CheckOutcome> _held = [];
    private CheckFailure? _unreachable;

    public CheckPrinter(Terminal terminal, IRenderer renderer, int drafts)
    {
        _terminal = terminal;
        _renderer = renderer;
        _drafts = drafts;
        _progress = new ProgressLine(terminal, drafts, TimeProvider.System);
        _page.NewLine = terminal.Output.NewLine;
        _renderer.Begin(_page, drafts);
    }

    /// <summary>The outcomes that were printed so far, by verdict.</summary>
    public Counts Counts { get; private set; } = Counts.None;

    /// <summary>Prints the next outcome.</summary>
    public void Print(CheckOutcome outcome)
    {
        Counts = Counts.With(outcome);
        _unreachable ??= outcome.Failure?.Kind is FailureKind.ServerUnreachable or FailureKind.ServerUntrusted or FailureKind.WrongServer
            ? outcome.Failure
            : null;
        // Without a server a clerk gets one sentence, not one for each draft; a program gets its complete answer.
        _held.Add(outcome);
        if (Counts.Answered > 0 || _renderer is not TextRenderer)
        {
            Release();
        }

        Flush();
        _progress.Show(Counts);
    }

    /// <summary>Prints the end, after every draft has its outcome.</summary>
    public void End()
    {
        var nobodyAnswered = _unreachable is not null && Counts.Answered == 0;
        if (!nobodyAnswered || _renderer is not TextRenderer)
        {
            Release();
            _renderer.End(left: 0);
        }

        _progress.Clear();
        Flush();
        if (nobodyAnswered)
        {
            _terminal.Error.WriteLine(ServerTrouble.Sentence(_unreachable!));
        }
    }

    /// <summary>Prints the end when the user stops the run before its end.</summary>
    public void Stop()
    {
        var left = _drafts - Counts.All;
        Release();
        _renderer.End(left);
        _progress.Clear();
        Flush();
        _terminal.Error.WriteLine(CliTexts.Stopped(Counts.All, left));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_renderer as IDisposable)?.Dispose();
        _page.Dispose();
    }

    private void Release()
    {
        foreach (var outcome in _held)
        {
            _renderer.Write(outcome);
        }

        _held.Clear();
    }

    private void Flush()
    {
        var page = _page.GetStringBuilder();
        if (page.Length > 0)
        {
            _progress.Clear();
            _terminal.Output.Write(page);
            page.Clear();
        }
    }
}
