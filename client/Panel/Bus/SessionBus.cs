using System.Net.Sockets;
using Tmds.DBus.Protocol;
using Validation.Tray;

namespace Validation.Panel.Bus;

/// <summary>The user's message bus: connected to when it is there, and again when it comes back.</summary>
internal sealed class SessionBus
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<IBusPart> _parts;
    private readonly TrayLog _log;
    private readonly TimeProvider _time;
    private readonly TimeSpan _longestAbsence;

    /// <summary>Makes it without connecting to it.</summary>
    /// <param name="parts">What uses each connection.</param>
    /// <param name="longestAbsence">How long a bus that was there may be away until the session counts as over.</param>
    /// <param name="log">The log.</param>
    /// <param name="time">The clock.</param>
    public SessionBus(IReadOnlyList<IBusPart> parts, TimeSpan longestAbsence, TrayLog log, TimeProvider time)
    {
        (_parts, _longestAbsence, _log, _time) = (parts, longestAbsence, log, time);
    }

    /// <summary>Connects, if there is a bus.</summary>
    /// <returns>The connection, which the caller disposes of; null: there is no bus.</returns>
    public static async Task<DBusConnection?> TryConnectAsync()
    {
        if (FindAddress() is not { } address)
        {
            return null;
        }

        var connection = new DBusConnection(address);
        try
        {
            await connection.ConnectAsync().AsTask().WaitAsync(Patience);
            return connection;
        }
        catch (Exception e) when (e is DBusExceptionBase or SocketException or IOException or TimeoutException)
        {
            connection.Dispose();
            return null;
        }
    }

    /// <summary>Stays connected until it is told to stop, or until the bus has been away for too long: nothing else tells a program
    /// without a window that its user has logged off.</summary>
    /// <param name="first">A connection that is there already; it is disposed of.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>True: the session is over.</returns>
    public async Task<bool> StayAsync(DBusConnection? first, CancellationToken stop)
    {
        var connection = first;
        long? lostAt = null;
        while (!stop.IsCancellationRequested)
        {
            connection ??= await TryConnectAsync();
            if (connection is not null)
            {
                _log.Write($"bus connected as {connection.UniqueName}");
                await UseAsync(connection, stop);
                _log.Write($"bus left");
                connection = null;
                lostAt = _time.GetTimestamp();
            }
            else if (lostAt is { } lost && _time.GetElapsedTime(lost) > _longestAbsence)
            {
                return true;
            }
            else
            {
                await Task.Delay(RetryAfter, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return false;
    }

    private static string? FindAddress()
    {
        if (Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is { Length: > 0 } address)
        {
            return address;
        }

        // Where systemd puts it, also for a program that was started without its environment.
        return Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && File.Exists(Path.Combine(runtime, "bus"))
            ? $"unix:path={Path.Combine(runtime, "bus")}"
            : null;
    }

    private async Task UseAsync(DBusConnection connection, CancellationToken stop)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var parts = _parts.Select(part => ServeAsync(part, connection, until.Token)).ToList();
        await ((Task)connection.DisconnectedAsync()).WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await until.CancelAsync();
        connection.Dispose();
        await Task.WhenAll(parts);
    }

    private async Task ServeAsync(IBusPart part, DBusConnection connection, CancellationToken until)
    {
        try
        {
            await part.ServeAsync(connection, until);
        }
        catch (Exception e) when (e is OperationCanceledException or DBusExceptionBase or ObjectDisposedException)
        {
            if (!until.IsCancellationRequested)
            {
                _log.Write($"bus: {part.GetType().Name}: {e.Message}");
            }
        }
        catch (Exception e)
        {
            _log.Write($"bus: {part.GetType().Name} failed: {e}");
        }
    }
}
