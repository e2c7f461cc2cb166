namespace Validation.Client.Wording;

/// <summary>How a draft's findings changed between two checks. Findings that somebody has accepted count only where they are gone.
/// </summary>
/// <param name="Fixed">Findings that are gone.</param>
/// <param name="Remaining">Findings that were there before.</param>
/// <param name="New">Findings that were not.</param>
public sealed record FindingChanges(int Fixed, int Remaining, int New)
{
    /// <summary>True: no finding is gone and none is new.</summary>
    public bool IsNone => Fixed == 0 && New == 0;

    /// <summary>Such as "修好 2 处，还有 1 处", what is new before the rest. Empty: there was no finding and there is none.</summary>
    public string Text => WordingTexts.Changes(this);
}
