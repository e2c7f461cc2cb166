using Tmds.DBus.Protocol;
using Validation.Client.Monitor;
using Validation.Panel.Bus;
using Validation.Tray;

namespace Validation.Panel.Notices;

/// <summary>The desktop's notifications: org.freedesktop.Notifications of the Desktop Notifications Specification 1.2. What cannot be
/// shown now is shown, the newest only, when the server is there. Used on the UI thread.</summary>
internal sealed class NoticeServer : IBusPart
{
    private const string Name = "org.freedesktop.Notifications";
    private const string ObjectPath = "/org/freedesktop/Notifications";
    private const string Program = "validation-panel";
    private const int ServerDecides = -1;

    // As long as the bus itself waits for a server that it starts.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IUiThread _ui;
    private readonly TrayLog _log;
    private readonly Dictionary<uint, PanelNotice> _shown = [];
    private DBusConnection? _connection;
    private NoticeSkills? _skills;
    private PanelNotice? _pending;
    private Task _last = Task.CompletedTask;

    /// <summary>Makes it without showing anything.</summary>
    public NoticeServer(IUiThread ui, TrayLog log)
    {
        (_ui, _log) = (ui, log);
    }

    /// <summary>Shows a notification, in place of one with the same heading.</summary>
    public void Show(PanelNotice notice)
    {
        // One after another: the number of the one before is wanted for the next.
        _last = ShowAfterAsync(_last, notice);
    }

    /// <inheritdoc/>
    public async Task ServeAsync(DBusConnection connection, CancellationToken until)
    {
        await WatchAsync(connection, "ActionInvoked", static (message, _) => ReadAction(message), OnAction);
        await WatchAsync(connection, "NotificationClosed", static (message, _) => (message.GetBodyReader().ReadUInt32(), ""), OnClosed);
        using var watcher = await connection.WatchNameOwnerAsync(Name);
        _ui.Post(() => Begin(connection));
        try
        {
            while (true)
            {
                var owner = await watcher.WaitForOwnerAsync(until);
                _log.Write($"notifications served");
                _ui.Post(() => Begin(connection));
                await watcher.WaitForChangeAsync(owner, until);
                // Another server knows neither the numbers of this one nor what was shown.
                _ui.Post(Forget);
            }
        }
        finally
        {
            _ui.Post(() =>
            {
                Forget();
                _connection = null;
            });
        }
    }

    private static (uint Id, string Key) ReadAction(Message message)
    {
        var reader = message.GetBodyReader();
        return (reader.ReadUInt32(), reader.ReadString());
    }

    private static async Task WatchAsync(
        DBusConnection connection, string signal, MessageValueReader<(uint Id, string Key)> reader, Action<(uint Id, string Key)> handler)
    {
        var rule = new MatchRule { Type = MessageType.Signal, Interface = Name, Path = ObjectPath, Member = signal };
        await connection.AddMatchAsync(
            rule,
            reader,
            (Notification<(uint, string)> happened) =>
            {
                if (happened.HasValue)
                {
                    handler(happened.Value);
                }
            },
            emitOnCapturedContext: false);
    }

    private void OnAction((uint Id, string Key) chosen) => _ui.Post(() =>
    {
        if (_shown.TryGetValue(chosen.Id, out var notice))
        {
            _log.Write($"notification clicked: {chosen.Key}");
            notice.Actions.FirstOrDefault(action => string.Equals(action.Key, chosen.Key, StringComparison.Ordinal)).Chosen?.Invoke();
        }
    });

    private void OnClosed((uint Id, string Key) closed) => _ui.Post(() => _shown.Remove(closed.Id));

    private void Begin(DBusConnection connection)
    {
        _connection = connection;
        if (_pending is { } pending)
        {
            _pending = null;
            Show(pending);
        }
    }

    private void Forget()
    {
        _shown.Clear();
        _skills = null;
    }

    private async Task ShowAfterAsync(Task before, PanelNotice notice)
    {
        await before;
        var shown = new TaskCompletionSource();
        _ui.Post(() => _ = ShowNowAsync(notice, shown));
        await shown.Task;
    }

    private async Task ShowNowAsync(PanelNotice notice, TaskCompletionSource done)
    {
        if (_connection is not { } connection)
        {
            _pending = notice;
            done.SetResult();
            return;
        }

        var replaced = _shown.FirstOrDefault(other => string.Equals(other.Value.Title, notice.Title, StringComparison.Ordinal)).Key;
        try
        {
            var skills = _skills ?? await NoticeSkills.AskAsync(connection).WaitAsync(Patience);
            var message = Message(connection, notice, skills, replaced);
            var id = await connection
                .CallMethodAsync(message, static (Message reply, object? _) => reply.GetBodyReader().ReadUInt32(), null)
                .WaitAsync(Patience);
            _ui.Post(() =>
            {
                (_skills, _shown[id]) = (skills, notice);
                _log.Write($"notification {notice.Weight}: {notice.Title}");
            });
        }
        catch (Exception e) when (e is DBusExceptionBase or ObjectDisposedException or TimeoutException)
        {
            _ui.Post(() =>
            {
                _pending = notice;
                _log.Write($"notification waits: {e.Message}");
            });
        }
        finally
        {
            done.SetResult();
        }
    }

    private static MessageBuffer Message(DBusConnection connection, PanelNotice notice, NoticeSkills skills, uint replaced)
    {
        using var writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(Name, ObjectPath, Name, "Notify", "susssasa{sv}i");
        writer.WriteString(TrayTexts.Product);
        writer.WriteUInt32(replaced);
        writer.WriteString(Program);
        writer.WriteString(notice.Title);
        writer.WriteString(skills.Markup ? EscapedText.Of(notice.Text) : notice.Text);
        // Some old servers open a window for what has actions.
        writer.WriteArray(skills.Actions ? notice.Actions.SelectMany(action => new[] { action.Key, action.Label }).ToArray() : []);
        writer.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal)
        {
            ["urgency"] = VariantValue.Byte(Urgency(notice.Weight)),
            ["desktop-entry"] = Program,
            ["suppress-sound"] = !notice.Sound,
        });
        writer.WriteInt32(ServerDecides);
        return writer.CreateMessage();
    }

    private static byte Urgency(NoticeWeight weight) => weight switch
    {
        NoticeWeight.Error => 2,
        NoticeWeight.Good => 0,
        _ => 1,
    };
}
