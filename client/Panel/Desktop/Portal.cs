using System.Globalization;
using Tmds.DBus.Protocol;
using Validation.Panel.Bus;

namespace Validation.Panel.Desktop;

/// <summary>The desktop's own dialog for files: org.freedesktop.portal.FileChooser of XDG Desktop Portal.</summary>
internal sealed class Portal : IBusPart
{
    private const string Name = "org.freedesktop.portal.Desktop";
    private const string ObjectPath = "/org/freedesktop/portal/desktop";
    private const string FileChooser = "org.freedesktop.portal.FileChooser";
    private const string Request = "org.freedesktop.portal.Request";
    private const uint ChoosesFolders = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile DBusConnection? _connection;
    private int _requests;

    /// <inheritdoc/>
    public async Task ServeAsync(DBusConnection connection, CancellationToken until)
    {
        _connection = connection;
        await Task.Delay(Timeout.InfiniteTimeSpan, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _connection = null;
    }

    /// <summary>Asks for a folder, or for a file.</summary>
    /// <param name="title">What it is asked for.</param>
    /// <param name="filter">What the files are called, and their names; null: a folder is wanted.</param>
    public async Task<DialogAnswer> AskAsync(string title, (string Kind, IReadOnlyList<string> Patterns)? filter)
    {
        if (_connection is not { } connection)
        {
            return DialogAnswer.CannotAsk;
        }

        try
        {
            var version = await VersionAsync(connection).WaitAsync(Patience);
            return filter is null && version < ChoosesFolders ? DialogAnswer.CannotAsk : await AskAsync(connection, title, filter);
        }
        catch (Exception e) when (e is DBusExceptionBase or TimeoutException or ObjectDisposedException or UriFormatException)
        {
            return DialogAnswer.CannotAsk;
        }
    }

    private static Task<uint> VersionAsync(DBusConnection connection) => connection.CallMethodAsync(
        VersionQuestion(connection), static (Message reply, object? _) => reply.GetBodyReader().ReadVariantValue().GetUInt32(), null);

    private static MessageBuffer VersionQuestion(DBusConnection connection)
    {
        using var writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(Name, ObjectPath, "org.freedesktop.DBus.Properties", "Get", "ss");
        writer.WriteString(FileChooser);
        writer.WriteString("version");
        return writer.CreateMessage();
    }

    private async Task<DialogAnswer> AskAsync(
        DBusConnection connection, string title, (string Kind, IReadOnlyList<string> Patterns)? filter)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"validation{Interlocked.Increment(ref _requests)}");
        var sender = connection.UniqueName!.TrimStart(':').Replace('.', '_');
        var answer = new TaskCompletionSource<DialogAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var rule = new MatchRule
        {
            Type = MessageType.Signal, Interface = Request, Member = "Response", Path = $"{ObjectPath}/request/{sender}/{token}",
        };
        // The answer may come before the call returns.
        using var watch = await connection.AddMatchAsync(
            rule,
            static (Message message, object? _) => Read(message),
            (Notification<string?> happened) => answer.TrySetResult(
                happened.HasValue ? new DialogAnswer(true, happened.Value) : DialogAnswer.CannotAsk),
            emitOnCapturedContext: false,
            ObserverFlags.EmitOnConnectionClosed | ObserverFlags.EmitOnConnectionFailed);
        await connection.CallMethodAsync(Question(connection, token, title, filter)).WaitAsync(Patience);
        return await answer.Task;
    }

    private static MessageBuffer Question(
        DBusConnection connection, string token, string title, (string Kind, IReadOnlyList<string> Patterns)? filter)
    {
        var options = new Dictionary<string, VariantValue>(StringComparer.Ordinal) { ["handle_token"] = token };
        if (filter is var (kind, patterns))
        {
            var names = new Array<Struct<uint, string>>(patterns.Select(pattern => Struct.Create(0u, pattern)));
            options["filters"] = new Array<Struct<string, Array<Struct<uint, string>>>>([Struct.Create(kind, names)]).AsVariantValue();
        }
        else
        {
            options["directory"] = true;
        }

        using var writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(Name, ObjectPath, FileChooser, "OpenFile", "ssa{sv}");
        writer.WriteString("");
        writer.WriteString(title);
        writer.WriteDictionary(options);
        return writer.CreateMessage();
    }

    private static string? Read(Message message)
    {
        var reader = message.GetBodyReader();
        var code = reader.ReadUInt32();
        var results = reader.ReadDictionaryOfStringToVariantValue();
        return code == 0 && results.TryGetValue("uris", out var uris) && uris.GetArray<string>() is [var first, ..]
            ? new Uri(first).LocalPath
            : null;
    }
}
