using Tmds.DBus.Protocol;

namespace Validation.Panel.Bus;

/// <summary>Calls and signals that several parts send.</summary>
internal static class BusCalls
{
    /// <summary>Sends a signal without arguments.</summary>
    public static void Emit(this DBusConnection connection, string path, string @interface, string signal)
    {
        using var writer = connection.GetMessageWriter();
        writer.WriteSignalHeader(path: path, @interface: @interface, member: signal);
        connection.TrySendMessage(writer.CreateMessage());
    }

    /// <summary>Waits until a name has another owner than this one, or none.</summary>
    public static async Task WaitForChangeAsync(this NameOwnerWatcher watcher, string owner, CancellationToken until)
    {
        using var change = CancellationTokenSource.CreateLinkedTokenSource(watcher.GetOwnerChangedCancellationToken(owner), until);
        await Task.Delay(Timeout.InfiniteTimeSpan, change.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        until.ThrowIfCancellationRequested();
    }
}
