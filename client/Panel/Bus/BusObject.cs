using Tmds.DBus.Protocol;
using Validation.Tray;

namespace Validation.Panel.Bus;

/// <summary>An object on the bus with one interface of its own. Every call is handled on the UI thread.</summary>
internal abstract class BusObject : IPathMethodHandler
{
    private const string PropertiesInterface = "org.freedesktop.DBus.Properties";
    private const string InvalidArguments = "org.freedesktop.DBus.Error.InvalidArgs";
    private const string UnknownProperty = "org.freedesktop.DBus.Error.UnknownProperty";
    private const string ReadOnlyProperty = "org.freedesktop.DBus.Error.PropertyReadOnly";
    private const string Failed = "org.freedesktop.DBus.Error.Failed";

    private readonly IUiThread _ui;
    private readonly ReadOnlyMemory<byte> _description;

    /// <summary>Makes the object, which is on no bus until a connection is given it.</summary>
    /// <param name="ui">The thread on which calls are handled.</param>
    /// <param name="path">Its path.</param>
    /// <param name="name">The name of its interface.</param>
    /// <param name="description">The interface as introspection describes it.</param>
    protected BusObject(IUiThread ui, string path, string name, ReadOnlySpan<byte> description)
    {
        (_ui, Path, Interface, _description) = (ui, path, name, description.ToArray());
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public bool HandlesChildPaths => false;

    /// <summary>The name of its interface.</summary>
    protected string Interface { get; }

    /// <summary>The properties of its interface as they are now.</summary>
    protected abstract Dictionary<string, VariantValue> Properties { get; }

    /// <inheritdoc/>
    public ValueTask HandleMethodAsync(MethodContext context)
    {
        if (context.IsDBusIntrospectRequest)
        {
            context.ReplyIntrospectXml([_description, IntrospectionXml.DBusProperties, IntrospectionXml.DBusIntrospectable]);
            return default;
        }

        context.DisposesAsynchronously = true;
        _ui.Post(() => Handle(context));
        return default;
    }

    /// <summary>Answers a call to a method of its interface.</summary>
    /// <param name="context">The call.</param>
    /// <param name="method">The method with the types of its arguments, such as "Activate(ii)".</param>
    /// <returns>False: there is no such method.</returns>
    protected abstract bool TryCall(MethodContext context, string method);

    /// <summary>Answers a call whose method returns nothing.</summary>
    protected static void ReplyNothing(MethodContext context)
    {
        using var writer = context.CreateReplyWriter(null);
        context.Reply(writer.CreateMessage());
    }

    private void Handle(MethodContext context)
    {
        using (context)
        {
            try
            {
                if (context.IsPropertiesInterfaceRequest ? !TryProperties(context) : !TryOwn(context))
                {
                    context.ReplyUnknownMethodError();
                }
            }
            catch (DBusExceptionBase e)
            {
                // The connection has gone, or what came does not hold what it says it holds.
                TryReplyError(context, e.Message);
            }
            catch (Exception e)
            {
                TryReplyError(context, e.Message);
                throw;
            }
        }
    }

    private static void TryReplyError(MethodContext context, string message)
    {
        if (!context.ReplySent && !context.NoReplyExpected)
        {
            context.ReplyError(Failed, message);
        }
    }

    private bool TryOwn(MethodContext context)
    {
        var request = context.Request;
        return (request.InterfaceAsString is not { Length: > 0 } name || string.Equals(name, Interface, StringComparison.Ordinal))
            && TryCall(context, $"{request.MemberAsString}({request.SignatureAsString})");
    }

    private bool TryProperties(MethodContext context)
    {
        var request = context.Request;
        var reader = request.GetBodyReader();
        switch ($"{request.MemberAsString}({request.SignatureAsString})")
        {
            case "Get(ss)":
                reader.ReadString();
                Get(context, reader.ReadString());
                return true;
            case "GetAll(s)":
                GetAll(context, reader.ReadString());
                return true;
            case "Set(ssv)":
                context.ReplyError(ReadOnlyProperty, $"Nothing of {Interface} can be set.");
                return true;
            default:
                context.ReplyError(InvalidArguments, $"{PropertiesInterface} has no such method.");
                return true;
        }
    }

    private void Get(MethodContext context, string property)
    {
        if (!Properties.TryGetValue(property, out var value))
        {
            context.ReplyError(UnknownProperty, $"{Interface} has no property {property}.");
            return;
        }

        using var writer = context.CreateReplyWriter("v");
        writer.WriteVariant(value);
        context.Reply(writer.CreateMessage());
    }

    private void GetAll(MethodContext context, string name)
    {
        using var writer = context.CreateReplyWriter("a{sv}");
        writer.WriteDictionary(string.Equals(name, Interface, StringComparison.Ordinal) ? Properties : []);
        context.Reply(writer.CreateMessage());
    }
}
