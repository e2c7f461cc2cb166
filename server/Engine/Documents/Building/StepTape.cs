namespace Validation.Engine.Documents.Building;

/// <summary>
/// Passes steps on to a builder, or keeps them for later: the text of a floating box stands inside of the paragraph that holds its anchor,
/// and is read behind it; a row may stand for many.
/// </summary>
internal sealed class StepTape(DocumentBuilder builder, EngineLimits limits)
{
    private readonly Stack<List<Step>> _kept = new();
    private readonly StepCount _count = new(limits);

    /// <summary>Passes a step on, or keeps it.</summary>
    public void Add(in Step step)
    {
        if (!_kept.TryPeek(out var steps))
        {
            Apply(step);
            return;
        }

        _count.Add();
        steps.Add(step);
    }

    /// <summary>Passes kept steps on.</summary>
    public void AddRange(List<Step> steps) => steps.ForEach(step => Add(step));

    /// <summary>Passes on what boxes hold, as such.</summary>
    public void AddBoxes(List<Step> steps)
    {
        if (steps.Count > 0)
        {
            Add(new Step(StepKind.BoxStart));
            AddRange(steps);
            Add(new Step(StepKind.BoxEnd));
        }
    }

    /// <summary>Keeps what comes, until <see cref="Release"/>, in a list of the caller.</summary>
    public void Keep(List<Step> steps) => _kept.Push(steps);

    /// <summary>Ends the last <see cref="Keep"/>.</summary>
    public void Release() => _kept.Pop();

    private void Apply(in Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Paragraph:
                builder.AddParagraph(step.Text, step.Place);
                break;
            case StepKind.TableStart:
                builder.BeginTable();
                break;
            case StepKind.TableEnd:
                builder.EndTable();
                break;
            case StepKind.RowStart:
                builder.BeginRow();
                break;
            case StepKind.RowEnd:
                builder.EndRow();
                break;
            case StepKind.CellStart:
                builder.BeginCell(step.Columns, step.Rows, step.IsContinued, step.Place);
                break;
            case StepKind.BoxStart:
                builder.BeginBox();
                break;
            case StepKind.BoxEnd:
                builder.EndBox();
                break;
            default:
                builder.SkipColumns(step.Columns);
                break;
        }
    }
}
