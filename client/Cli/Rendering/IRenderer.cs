using Validation.Client;

namespace Validation.Cli.Rendering;

/// <summary>Prints what came of a check. Whatever it prints is complete: nothing else goes to the same output.</summary>
internal interface IRenderer
{
    /// <summary>Prints the outcomes in the order given.</summary>
    void Render(IReadOnlyList<CheckOutcome> outcomes, TextWriter output);
}
