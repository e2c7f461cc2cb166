using Validation.Client.Monitor;
using Validation.Tray.Icons;
using Validation.Tray.Menu;
using Validation.Tray.Notices;

namespace Validation.Tray;

/// <summary>The icon beside the clock, its menu and its notifications. Used on the UI thread only.</summary>
internal interface ITrayView : IDisposable
{
    /// <summary>Composes the menu when it is wanted.</summary>
    Func<IReadOnlyList<MenuItem>>? MenuWanted { get; set; }

    /// <summary>Called when the icon is clicked or chosen by keyboard.</summary>
    Action? Chosen { get; set; }

    /// <summary>Called when a notification was clicked and the system does not say which one.</summary>
    Action? SomeNoticeClicked { get; set; }

    /// <summary>Shows the icon of a state, with a text for the pointer.</summary>
    /// <param name="state">The state.</param>
    /// <param name="count">How many drafts have errors.</param>
    /// <param name="toolTip">The text below the pointer.</param>
    void Show(IconState state, int count, string toolTip);

    /// <summary>Shows a notification; as soon as there is an icon, if there is none.</summary>
    /// <param name="weight">The symbol beside it.</param>
    /// <param name="title">Its heading, of any length.</param>
    /// <param name="text">Its text, of any length.</param>
    /// <param name="sound">Whether it can be heard.</param>
    /// <param name="target">Where a click on it leads, and its buttons, where the system has room for any.</param>
    void Notify(NoticeWeight weight, string title, string text, bool sound, NoticeTarget target);

    /// <summary>The same, with a click that leads to no place that an address names.</summary>
    /// <param name="weight">The symbol beside it.</param>
    /// <param name="title">Its heading, of any length.</param>
    /// <param name="text">Its text, of any length.</param>
    /// <param name="sound">Whether it can be heard.</param>
    /// <param name="clicked">What a click on it does.</param>
    void Notify(NoticeWeight weight, string title, string text, bool sound, Action? clicked) =>
        Notify(weight, title, text, sound, new NoticeTarget(title, clicked));

    /// <summary>Takes another start of the program for a click on the notification that was shown a moment ago, if there is one: systems
    /// start it for a click on one that they keep.</summary>
    /// <returns>False: it is no click.</returns>
    bool TryClickByStart();
}
