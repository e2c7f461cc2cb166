using Validation.Client.Wording;

namespace Validation.Client.Monitor;

/// <summary>Something to tell the clerk with a notification. Immutable.</summary>
/// <param name="Weight">How serious it is.</param>
/// <param name="Title">One line of at most 60 characters.</param>
/// <param name="Text">At most 200 characters, lines parted by "\n".</param>
/// <param name="Draft">The draft that it is about; of several, the worst; null: it is about none.</param>
public sealed record Notice(NoticeWeight Weight, string Title, string Text, CheckedDraft? Draft)
{
    /// <inheritdoc cref="Notice(NoticeWeight, string, string, CheckedDraft?)" path="/param[@name='Title']"/>
    public string Title { get; } = OutsideText.Line(Title);

    /// <inheritdoc cref="Notice(NoticeWeight, string, string, CheckedDraft?)" path="/param[@name='Text']"/>
    public string Text { get; } = OutsideText.Lines(Text);

    /// <summary>How many drafts it is about.</summary>
    public int Drafts { get; init; } = Draft is null ? 0 : 1;

    /// <summary>Whether it tells that the server does not answer.</summary>
    public bool IsOfServer { get; init; }

    /// <summary>Whether it tells that new rules have changed an answer.</summary>
    public bool IsOfNewRules { get; init; }
}

/// <summary>How serious a notice is.</summary>
public enum NoticeWeight
{
    /// <summary>Nothing has to be done: the draft has no errors.</summary>
    Good,

    /// <summary>Something to know that needs no action.</summary>
    Info,

    /// <summary>Something could not be decided or done.</summary>
    Warning,

    /// <summary>Something must be mended.</summary>
    Error,
}
