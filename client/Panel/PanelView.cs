using Validation.Client.Monitor;
using Validation.Panel.Item;
using Validation.Panel.Menu;
using Validation.Panel.Notices;
using Validation.Tray;
using Validation.Tray.Icons;
using Validation.Tray.Menu;
using Validation.Tray.Notices;

namespace Validation.Panel;

/// <summary>The icon in the panel, its menu and the notifications, each where the bus has somebody who shows it.</summary>
/// <param name="item">The icon.</param>
/// <param name="menu">Its menu.</param>
/// <param name="notices">The notifications.</param>
internal sealed class PanelView(StatusItem item, PanelMenu menu, NoticeServer notices) : ITrayView
{
    /// <inheritdoc/>
    public Func<IReadOnlyList<MenuItem>>? MenuWanted
    {
        get => menu.Wanted;
        set => menu.Wanted = value;
    }

    /// <inheritdoc/>
    public Action? Chosen
    {
        get => item.Chosen;
        set => item.Chosen = value;
    }

    /// <inheritdoc/>
    public Action? SomeNoticeClicked { get; set; }

    /// <inheritdoc/>
    public void Show(IconState state, int count, string toolTip)
    {
        item.Show(state, count, toolTip);
        menu.Refresh();
    }

    /// <inheritdoc/>
    public void Notify(NoticeWeight weight, string title, string text, bool sound, NoticeTarget target) =>
        notices.Show(new PanelNotice(weight, title, text, sound, target.Follow, target.Buttons));

    /// <inheritdoc/>
    /// <remarks>A server of notifications says which one was clicked, and starts no program.</remarks>
    public bool TryClickByStart() => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The icon goes with the connection, which is ended right after this.
    }
}
