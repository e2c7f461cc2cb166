using System.Globalization;
using System.Text;
using Tmds.DBus.Protocol;
using Validation.Tray.Menu;

namespace Validation.Panel.Menu;

/// <summary>The menu as it was composed last. An item that stays keeps its number, and an item that has gone can still be chosen for a
/// while: the panel may show a menu that is a little older.</summary>
internal sealed class MenuTree
{
    private Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private Dictionary<int, MenuNode> _nodes = [];
    private Dictionary<int, MenuNode> _before = [];
    private string _shape = "";
    private int _last;

    /// <summary>The menu itself, which has the number 0.</summary>
    public MenuNode Root { get; private set; } = new(0, [], [], null);

    /// <summary>Counts the menus that differed.</summary>
    public uint Revision { get; private set; }

    /// <summary>Takes a menu in place of the one before.</summary>
    /// <returns>Whether it looks different.</returns>
    public bool Update(IReadOnlyList<MenuItem> items)
    {
        var next = new Composition(this);
        var root = next.Root(items);
        var shape = next.Shape.ToString();
        var isOther = !string.Equals(shape, _shape, StringComparison.Ordinal);
        if (isOther)
        {
            Revision++;
            _before = _nodes;
        }

        (Root, _nodes, _numbers, _shape) = (root, next.Nodes, next.Numbers, shape);
        return isOther;
    }

    /// <summary>The item with a number; null: there is none.</summary>
    public MenuNode? Find(int id) => _nodes.GetValueOrDefault(id) ?? _before.GetValueOrDefault(id);

    private sealed class Composition(MenuTree tree)
    {
        private const int RootId = 0;

        public StringBuilder Shape { get; } = new();

        public Dictionary<int, MenuNode> Nodes { get; } = [];

        public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

        public MenuNode Root(IReadOnlyList<MenuItem> items)
        {
            var properties = new Dictionary<string, VariantValue>(StringComparer.Ordinal) { ["children-display"] = "submenu" };
            return Nodes[RootId] = new MenuNode(RootId, properties, Children(items, ""), null);
        }

        private List<MenuNode> Children(IReadOnlyList<MenuItem> items, string path)
        {
            Shape.Append('{');
            var children = items.Where(item => item.Visible).Select((item, index) => Node(item, path, index)).ToList();
            Shape.Append('}');
            return children;
        }

        private MenuNode Node(MenuItem item, string path, int index)
        {
            var properties = PropertiesOf(item);
            var text = string.Join('\u0001', properties.Select(property => $"{property.Key}={property.Value}"));
            Shape.Append(text).Append('\u0002');
            // Rows of the same text, such as two lines, differ by their place.
            var place = item is MenuLine ? index.ToString(CultureInfo.InvariantCulture) : "";
            var own = $"{path}\u0003{text}{place}";
            while (Numbers.ContainsKey(own))
            {
                own += '\u0004';
            }

            var id = Numbers[own] = tree._numbers.TryGetValue(own, out var known) ? known : ++tree._last;
            var children = item is SubMenu menu ? Children(menu.Items, own) : [];
            return Nodes[id] = new MenuNode(id, properties, children, (item as MenuRow)?.Chosen);
        }

        private static Dictionary<string, VariantValue> PropertiesOf(MenuItem item)
        {
            var properties = new Dictionary<string, VariantValue>(StringComparer.Ordinal);
            if (item is MenuLine)
            {
                properties["type"] = "separator";
            }
            else if (item is SubMenu menu)
            {
                (properties["label"], properties["children-display"]) = (MenuLabel.Of(menu.Text), "submenu");
            }
            else if (item is MenuRow row)
            {
                properties["label"] = MenuLabel.Of(row.Text);
                if (!row.Enabled)
                {
                    properties["enabled"] = false;
                }

                if (row.Checked)
                {
                    (properties["toggle-type"], properties["toggle-state"]) = ("checkmark", 1);
                }
            }

            return properties;
        }
    }
}
