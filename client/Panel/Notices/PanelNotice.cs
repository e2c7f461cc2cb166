using Validation.Client.Monitor;
using Validation.Tray;
using Validation.Tray.Notices;

namespace Validation.Panel.Notices;

/// <summary>A notification to show. Immutable.</summary>
/// <param name="Weight">How serious it is.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text.</param>
/// <param name="Sound">Whether it can be heard.</param>
/// <param name="Clicked">What a click on it does; null: nothing.</param>
/// <param name="Buttons">Its buttons.</param>
internal sealed record PanelNotice(
    NoticeWeight Weight, string Title, string Text, bool Sound, Action? Clicked, IReadOnlyList<NoticeButton> Buttons)
{
    // The name of the protocol for a click on the notification itself.
    private const string OnItself = "default";

    /// <summary>The actions by the names that the server knows them by, each with its label.</summary>
    public IReadOnlyList<(string Key, string Label, Action Chosen)> Actions =>
    [
        .. Clicked is { } clicked ? [(OnItself, Buttons is [var first, ..] ? first.Label : TrayTexts.Product, clicked)]
            : Array.Empty<(string, string, Action)>(),
        .. Buttons.Select((button, index) => ($"button-{index}", button.Label, button.Pressed)),
    ];
}
