using Validation.Client.Connection;

namespace Validation.Cli.Rendering;

/// <summary>Prints what came of a check, outcome by outcome; it keeps none of them. Whatever it prints is complete: nothing else goes to
/// the same output.</summary>
internal interface IRenderer
{
    /// <summary>Whether it prints the report as it was read.</summary>
    bool ShowsReport { get; }

    /// <summary>Begins the output, before any draft.</summary>
    /// <param name="output">Where it prints from now on.</param>
    /// <param name="drafts">How many drafts there are.</param>
    void Begin(TextWriter output, int drafts);

    /// <summary>Prints the next outcome.</summary>
    void Write(CheckOutcome outcome);

    /// <summary>Prints what stands at the end.</summary>
    /// <param name="left">Drafts that were not come to because the user stopped the program.</param>
    void End(int left);
}
