namespace Validation.Panel.Desktop;

/// <summary>The answer of a dialog.</summary>
/// <param name="WasAsked">Whether there was a dialog at all.</param>
/// <param name="Text">What was chosen or written; null: nothing.</param>
internal sealed record DialogAnswer(bool WasAsked, string? Text)
{
    /// <summary>There is no such dialog here.</summary>
    public static DialogAnswer CannotAsk { get; } = new(false, null);
}
