using System.Globalization;
using Tmds.DBus.Protocol;
using Validation.Panel.Bus;
using Validation.Panel.Menu;
using Validation.Tray;

namespace Validation.Panel.Item;

/// <summary>Tells the panel of the icon: when the panel is there, and again when another one takes its place.</summary>
/// <param name="item">The icon.</param>
/// <param name="menu">Its menu.</param>
/// <param name="ui">The thread on which both are used.</param>
/// <param name="log">The log.</param>
internal sealed class ItemRegistration(StatusItem item, PanelMenu menu, IUiThread ui, TrayLog log) : IBusPart
{
    private const string Watcher = "org.kde.StatusNotifierWatcher";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // The form of the name that the oldest panels expect.
    private static readonly string Name =
        string.Create(CultureInfo.InvariantCulture, $"org.kde.StatusNotifierItem-{Environment.ProcessId}-1");

    /// <inheritdoc/>
    public async Task ServeAsync(DBusConnection connection, CancellationToken until)
    {
        ui.Post(() => (item.Connection, menu.Connection) = (connection, connection));
        connection.AddMethodHandlers([item, menu]);
        await connection.TryRequestNameAsync(Name, RequestNameOptions.None);
        using var watcher = await connection.WatchNameOwnerAsync(Watcher);
        if (watcher.GetCurrentOwner() is null)
        {
            log.Write($"no panel that shows icons");
        }

        while (true)
        {
            var owner = await watcher.WaitForOwnerAsync(until);
            try
            {
                await connection.CallMethodAsync(Registration(connection)).WaitAsync(until);
                log.Write($"icon added");
            }
            catch (DBusErrorReplyException e)
            {
                log.Write($"panel: {e.Message}");
                await Task.Delay(RetryAfter, until);
                continue;
            }

            await watcher.WaitForChangeAsync(owner, until);
            log.Write($"panel left");
        }
    }

    private static MessageBuffer Registration(DBusConnection connection)
    {
        using var writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(Watcher, "/StatusNotifierWatcher", Watcher, "RegisterStatusNotifierItem", "s");
        writer.WriteString(Name);
        return writer.CreateMessage();
    }
}
