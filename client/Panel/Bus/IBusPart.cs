using Tmds.DBus.Protocol;

namespace Validation.Panel.Bus;

/// <summary>Something that the program does on the user's message bus.</summary>
internal interface IBusPart
{
    /// <summary>Does it on one connection. Called again for each new connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="until">Cancelled when the connection ends.</param>
    Task ServeAsync(DBusConnection connection, CancellationToken until);
}
