using Tmds.DBus.Protocol;
using Validation.Panel.Bus;
using Validation.Tray;
using Validation.Tray.Icons;

namespace Validation.Panel.Item;

/// <summary>The icon in the panel: org.kde.StatusNotifierItem of the freedesktop.org StatusNotifierItem specification, which KDE, Deepin
/// (UOS), UKUI (Kylin), Xfce, LXQt and, with an extension, GNOME show.</summary>
internal sealed class StatusItem : BusObject
{
    /// <summary>Where it is on the bus.</summary>
    public const string ObjectPath = "/StatusNotifierItem";

    private const string InterfaceName = "org.kde.StatusNotifierItem";

    private readonly string _menuPath;
    private Array<Struct<int, int, Array<byte>>> _pixmaps = Pixmaps.None;
    private (IconState State, int Count)? _shown;
    private string _toolTip = "";

    /// <summary>Makes the icon, of which nobody knows yet.</summary>
    /// <param name="ui">The thread on which it is used.</param>
    /// <param name="menuPath">Where its menu is on the bus.</param>
    public StatusItem(IUiThread ui, string menuPath)
        : base(ui, ObjectPath, InterfaceName, Description)
    {
        _menuPath = menuPath;
    }

    /// <summary>The connection on which changes are told; null: there is no bus now.</summary>
    public DBusConnection? Connection { get; set; }

    /// <summary>Called when the icon is clicked.</summary>
    public Action? Chosen { get; set; }

    /// <inheritdoc/>
    protected override Dictionary<string, VariantValue> Properties
    {
        get
        {
            var lines = _toolTip.Split('\n', 2);
            // What a panel shows may have markup.
            var toolTip = Struct.Create("", Pixmaps.None, EscapedText.Of(lines[0]), EscapedText.Of(lines.Length > 1 ? lines[1] : ""));
            return new Dictionary<string, VariantValue>(StringComparer.Ordinal)
            {
                ["Category"] = "ApplicationStatus",
                ["Id"] = "validation-panel",
                ["Title"] = TrayTexts.Product,
                ["Status"] = "Active",
                ["WindowId"] = 0,
                ["IconThemePath"] = "",
                ["IconName"] = "",
                ["IconPixmap"] = _pixmaps.AsVariantValue(),
                ["OverlayIconName"] = "",
                ["OverlayIconPixmap"] = Pixmaps.None.AsVariantValue(),
                ["AttentionIconName"] = "",
                ["AttentionIconPixmap"] = Pixmaps.None.AsVariantValue(),
                ["AttentionMovieName"] = "",
                ["ToolTip"] = toolTip.AsVariantValue(),
                ["ItemIsMenu"] = false,
                ["Menu"] = new ObjectPath(_menuPath),
            };
        }
    }

    private static ReadOnlySpan<byte> Description =>
        """
        <interface name="org.kde.StatusNotifierItem">
          <property name="Category" type="s" access="read"/>
          <property name="Id" type="s" access="read"/>
          <property name="Title" type="s" access="read"/>
          <property name="Status" type="s" access="read"/>
          <property name="WindowId" type="i" access="read"/>
          <property name="IconThemePath" type="s" access="read"/>
          <property name="IconName" type="s" access="read"/>
          <property name="IconPixmap" type="a(iiay)" access="read"/>
          <property name="OverlayIconName" type="s" access="read"/>
          <property name="OverlayIconPixmap" type="a(iiay)" access="read"/>
          <property name="AttentionIconName" type="s" access="read"/>
          <property name="AttentionIconPixmap" type="a(iiay)" access="read"/>
          <property name="AttentionMovieName" type="s" access="read"/>
          <property name="ToolTip" type="(sa(iiay)ss)" access="read"/>
          <property name="ItemIsMenu" type="b" access="read"/>
          <property name="Menu" type="o" access="read"/>
          <method name="ContextMenu"><arg name="x" type="i" direction="in"/><arg name="y" type="i" direction="in"/></method>
          <method name="Activate"><arg name="x" type="i" direction="in"/><arg name="y" type="i" direction="in"/></method>
          <method name="SecondaryActivate"><arg name="x" type="i" direction="in"/><arg name="y" type="i" direction="in"/></method>
          <method name="Scroll"><arg name="delta" type="i" direction="in"/><arg name="orientation" type="s" direction="in"/></method>
          <method name="ProvideXdgActivationToken"><arg name="token" type="s" direction="in"/></method>
          <signal name="NewTitle"/>
          <signal name="NewIcon"/>
          <signal name="NewAttentionIcon"/>
          <signal name="NewOverlayIcon"/>
          <signal name="NewToolTip"/>
          <signal name="NewStatus"><arg name="status" type="s"/></signal>
        </interface>
        """u8;

    /// <summary>Shows a state, and tells the panel where it differs from the one before.</summary>
    public void Show(IconState state, int count, string toolTip)
    {
        var shown = (state, state == IconState.Problems ? count : 0);
        if (_shown != shown)
        {
            _shown = shown;
            _pixmaps = Pixmaps.Of(state, count);
            Connection?.Emit(Path, Interface, "NewIcon");
        }

        if (!string.Equals(_toolTip, toolTip, StringComparison.Ordinal))
        {
            _toolTip = toolTip;
            Connection?.Emit(Path, Interface, "NewToolTip");
        }
    }

    /// <inheritdoc/>
    protected override bool TryCall(MethodContext context, string method)
    {
        switch (method)
        {
            case "Activate(ii)":
                ReplyNothing(context);
                Chosen?.Invoke();
                return true;
            case "ContextMenu(ii)" or "SecondaryActivate(ii)" or "Scroll(is)" or "ProvideXdgActivationToken(s)":
                // Whoever shows the icon shows its menu too.
                ReplyNothing(context);
                return true;
            default:
                return false;
        }
    }
}
