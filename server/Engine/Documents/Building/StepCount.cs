namespace Validation.Engine.Documents.Building;

/// <summary>
/// Counts the steps of a document that wait for later, those of its text boxes included, so that a file of many small parts is refused
/// before they fill the memory.
/// </summary>
internal sealed class StepCount(EngineLimits limits)
{
    private long _count;

    /// <summary>Counts a step of the work, within the limits.</summary>
    /// <exception cref="UnreadableException">There are more than a document within the limits has.</exception>
    public void Add()
    {
        // A cell has four steps at most, and the limits of the builder hold once it gets them.
        _count++;
        UnreadableException.ThrowIfTooLarge(_count > limits.Paragraphs + (4L * limits.TableCells));
    }
}
