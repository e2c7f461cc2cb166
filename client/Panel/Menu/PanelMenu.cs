using Tmds.DBus.Protocol;
using Validation.Panel.Bus;
using Validation.Tray;
using Validation.Tray.Menu;

namespace Validation.Panel.Menu;

/// <summary>The menu of the icon, which the panel shows: com.canonical.dbusmenu.</summary>
internal sealed class PanelMenu : BusObject
{
    /// <summary>Where it is on the bus.</summary>
    public const string ObjectPath = "/MenuBar";

    private const string InterfaceName = "com.canonical.dbusmenu";
    private const string NoSuchItem = "com.canonical.dbusmenu.Error.UnknownItem";
    private const uint Version = 3;

    private readonly MenuTree _tree = new();
    private readonly TrayLog _log;

    /// <summary>Makes a menu that is empty until it is wanted.</summary>
    public PanelMenu(IUiThread ui, TrayLog log)
        : base(ui, ObjectPath, InterfaceName, Description)
    {
        _log = log;
    }

    /// <summary>The connection on which changes are told; null: there is no bus now.</summary>
    public DBusConnection? Connection { get; set; }

    /// <summary>Composes the menu; called on the UI thread.</summary>
    public Func<IReadOnlyList<MenuItem>>? Wanted { get; set; }

    /// <inheritdoc/>
    protected override Dictionary<string, VariantValue> Properties => new(StringComparer.Ordinal)
    {
        ["Version"] = Version,
        ["TextDirection"] = "ltr",
        ["Status"] = "normal",
        ["IconThemePath"] = VariantValue.Array(Array.Empty<string>()),
    };

    private static ReadOnlySpan<byte> Description =>
        """
        <interface name="com.canonical.dbusmenu">
          <property name="Version" type="u" access="read"/>
          <property name="TextDirection" type="s" access="read"/>
          <property name="Status" type="s" access="read"/>
          <property name="IconThemePath" type="as" access="read"/>
          <method name="GetLayout">
            <arg name="parentId" type="i" direction="in"/><arg name="recursionDepth" type="i" direction="in"/>
            <arg name="propertyNames" type="as" direction="in"/>
            <arg name="revision" type="u" direction="out"/><arg name="layout" type="(ia{sv}av)" direction="out"/>
          </method>
          <method name="GetGroupProperties">
            <arg name="ids" type="ai" direction="in"/><arg name="propertyNames" type="as" direction="in"/>
            <arg name="properties" type="a(ia{sv})" direction="out"/>
          </method>
          <method name="GetProperty">
            <arg name="id" type="i" direction="in"/><arg name="name" type="s" direction="in"/><arg name="value" type="v" direction="out"/>
          </method>
          <method name="Event">
            <arg name="id" type="i" direction="in"/><arg name="eventId" type="s" direction="in"/>
            <arg name="data" type="v" direction="in"/><arg name="timestamp" type="u" direction="in"/>
          </method>
          <method name="EventGroup">
            <arg name="events" type="a(isvu)" direction="in"/><arg name="idErrors" type="ai" direction="out"/>
          </method>
          <method name="AboutToShow">
            <arg name="id" type="i" direction="in"/><arg name="needUpdate" type="b" direction="out"/>
          </method>
          <method name="AboutToShowGroup">
            <arg name="ids" type="ai" direction="in"/>
            <arg name="updatesNeeded" type="ai" direction="out"/><arg name="idErrors" type="ai" direction="out"/>
          </method>
          <signal name="LayoutUpdated"><arg name="revision" type="u"/><arg name="parent" type="i"/></signal>
          <signal name="ItemsPropertiesUpdated">
            <arg name="updatedProps" type="a(ia{sv})"/><arg name="removedProps" type="a(ias)"/>
          </signal>
        </interface>
        """u8;

    /// <summary>Composes the menu anew, and tells the panel where it looks different.</summary>
    public void Refresh()
    {
        if (Compose() && Connection is { } connection)
        {
            using var writer = connection.GetMessageWriter();
            writer.WriteSignalHeader(path: Path, @interface: Interface, member: "LayoutUpdated", signature: "ui");
            writer.WriteUInt32(_tree.Revision);
            writer.WriteInt32(_tree.Root.Id);
            connection.TrySendMessage(writer.CreateMessage());
        }
    }

    /// <inheritdoc/>
    protected override bool TryCall(MethodContext context, string method)
    {
        var reader = context.Request.GetBodyReader();
        switch (method)
        {
            case "GetLayout(iias)":
                GetLayout(context, reader.ReadInt32(), reader.ReadInt32(), reader.ReadArrayOfString());
                return true;
            case "GetGroupProperties(aias)":
                GetGroupProperties(context, reader.ReadArrayOfInt32(), reader.ReadArrayOfString());
                return true;
            case "GetProperty(is)":
                GetProperty(context, reader.ReadInt32(), reader.ReadString());
                return true;
            case "Event(isvu)":
                ReplyNothing(context);
                OnEvent(reader.ReadInt32(), reader.ReadString());
                return true;
            case "EventGroup(a(isvu))":
                OnEvents(context, reader);
                return true;
            case "AboutToShow(i)":
                OnAboutToShow(context);
                return true;
            case "AboutToShowGroup(ai)":
                OnAboutToShow(context, reader.ReadArrayOfInt32());
                return true;
            default:
                return false;
        }
    }

    private bool Compose() => Wanted is { } wanted && _tree.Update(wanted());

    private void GetLayout(MethodContext context, int parent, int depth, string[] names)
    {
        if (_tree.Revision == 0)
        {
            Compose();
        }

        if (_tree.Find(parent) is not { } node)
        {
            context.ReplyError(NoSuchItem, "There is no such item.");
            return;
        }

        using var writer = context.CreateReplyWriter("u(ia{sv}av)");
        writer.WriteUInt32(_tree.Revision);
        writer.WriteStructureStart();
        writer.WriteInt32(node.Id);
        writer.WriteDictionary(node.Select(names));
        writer.WriteArray(node.ChildrenTo(depth, names));
        context.Reply(writer.CreateMessage());
    }

    private void GetGroupProperties(MethodContext context, int[] ids, string[] names)
    {
        using var writer = context.CreateReplyWriter("a(ia{sv})");
        var start = writer.WriteArrayStart(DBusType.Struct);
        foreach (var id in ids)
        {
            if (_tree.Find(id) is { } node)
            {
                writer.WriteStructureStart();
                writer.WriteInt32(id);
                writer.WriteDictionary(node.Select(names));
            }
        }

        writer.WriteArrayEnd(start);
        context.Reply(writer.CreateMessage());
    }

    private void GetProperty(MethodContext context, int id, string name)
    {
        if (_tree.Find(id)?.Properties.TryGetValue(name, out var value) is not true)
        {
            context.ReplyError(NoSuchItem, "There is no such item, or it has no such property.");
            return;
        }

        using var writer = context.CreateReplyWriter("v");
        writer.WriteVariant(value);
        context.Reply(writer.CreateMessage());
    }

    private void OnEvents(MethodContext context, Reader reader)
    {
        var events = new List<(int Id, string Kind)>();
        var end = reader.ReadArrayStart(DBusType.Struct);
        while (reader.HasNext(end))
        {
            reader.AlignStruct();
            events.Add((reader.ReadInt32(), reader.ReadString()));
            reader.ReadVariantValue();
            reader.ReadUInt32();
        }

        using (var writer = context.CreateReplyWriter("ai"))
        {
            writer.WriteArray(events.Select(happened => happened.Id).Where(id => _tree.Find(id) is null).ToArray());
            context.Reply(writer.CreateMessage());
        }

        foreach (var (id, kind) in events)
        {
            OnEvent(id, kind);
        }
    }

    private void OnEvent(int id, string kind)
    {
        if (string.Equals(kind, "clicked", StringComparison.Ordinal) && _tree.Find(id)?.Chosen is { } chosen)
        {
            _log.Write($"menu chosen");
            chosen();
            Refresh();
        }
        else if (id == _tree.Root.Id && kind is "opened" or "closed")
        {
            _log.Write($"menu {kind}");
        }
    }

    private void OnAboutToShow(MethodContext context)
    {
        var isOther = Compose();
        using var writer = context.CreateReplyWriter("b");
        writer.WriteBool(isOther);
        context.Reply(writer.CreateMessage());
    }

    private void OnAboutToShow(MethodContext context, int[] ids)
    {
        var isOther = Compose();
        using var writer = context.CreateReplyWriter("aiai");
        writer.WriteArray(isOther ? ids : []);
        writer.WriteArray(ids.Where(id => _tree.Find(id) is null).ToArray());
        context.Reply(writer.CreateMessage());
    }
}
