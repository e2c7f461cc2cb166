using Validation.Client.Connection;

namespace Validation.Cli.Rendering;

/// <summary>Shorter ways to print.</summary>
internal static class RendererExtensions
{
    /// <summary>Prints outcomes that are all there.</summary>
    public static void Render(this IRenderer renderer, IReadOnlyCollection<CheckOutcome> outcomes, TextWriter output)
    {
        renderer.Begin(output, outcomes.Count);
        foreach (var outcome in outcomes)
        {
            renderer.Write(outcome);
        }

        renderer.End(left: 0);
    }
}
