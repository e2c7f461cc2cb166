using Tmds.DBus.Protocol;
using Validation.Tray;

namespace Validation.Panel.Bus;

/// <summary>The name that one running program holds on the bus, and through which a second start makes the first one show itself, as
/// org.freedesktop.Application says.</summary>
internal sealed class OneProgram : BusObject, IBusPart
{
    /// <summary>The name on the bus.</summary>
    public const string Name = "org.validation.Panel";

    private const string ObjectPath = "/org/validation/Panel";
    private const string ApplicationInterface = "org.freedesktop.Application";

    private readonly IUiThread _ui;
    private readonly DBusConnection? _taken;

    /// <summary>Makes the object, which is not on the bus yet.</summary>
    /// <param name="ui">The thread on which it is used.</param>
    /// <param name="taken">The connection on which the name is taken already; null: there is none.</param>
    public OneProgram(IUiThread ui, DBusConnection? taken)
        : base(
            ui,
            ObjectPath,
            ApplicationInterface,
            """
            <interface name="org.freedesktop.Application">
              <method name="Activate"><arg name="platform_data" type="a{sv}" direction="in"/></method>
            </interface>
            """u8)
    {
        (_ui, _taken) = (ui, taken);
    }

    /// <inheritdoc/>
    protected override Dictionary<string, VariantValue> Properties => [];

    /// <summary>Takes the name for this program.</summary>
    /// <returns>False: another program holds it.</returns>
    public static Task<bool> TryTakeAsync(DBusConnection connection) => connection.TryRequestNameAsync(Name, RequestNameOptions.None);

    /// <summary>Asks the program that holds the name to show itself.</summary>
    public static async Task ShowOtherAsync(DBusConnection connection)
    {
        try
        {
            await connection.CallMethodAsync(Activation(connection));
        }
        catch (DBusExceptionBase)
        {
            // It has just ended, or the bus has.
        }
    }

    /// <inheritdoc/>
    public async Task ServeAsync(DBusConnection connection, CancellationToken until)
    {
        connection.AddMethodHandler(this);
        if (!ReferenceEquals(connection, _taken))
        {
            await TryTakeAsync(connection);
        }
    }

    /// <inheritdoc/>
    protected override bool TryCall(MethodContext context, string method)
    {
        if (method is not "Activate(a{sv})")
        {
            return false;
        }

        ReplyNothing(context);
        _ui.StartedAgain?.Invoke();
        return true;
    }

    private static MessageBuffer Activation(DBusConnection connection)
    {
        using var writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(Name, ObjectPath, ApplicationInterface, "Activate", "a{sv}");
        writer.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal));
        return writer.CreateMessage();
    }
}
