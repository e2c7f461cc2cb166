using Tmds.DBus.Protocol;

namespace Validation.Panel.Menu;

/// <summary>An item of the menu as com.canonical.dbusmenu knows it. Immutable.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Properties">What differs from the protocol's defaults.</param>
/// <param name="Children">What is in it.</param>
/// <param name="Chosen">What it does; null: nothing.</param>
internal sealed record MenuNode(
    int Id, Dictionary<string, VariantValue> Properties, IReadOnlyList<MenuNode> Children, Action? Chosen)
{
    /// <summary>The properties of some names; none named: all of them.</summary>
    public Dictionary<string, VariantValue> Select(IReadOnlyCollection<string> names) => names.Count == 0
        ? Properties
        : Properties.Where(property => names.Contains(property.Key, StringComparer.Ordinal))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The node with what is in it, down to a depth; below 0: all of it.</summary>
    public VariantValue ToVariant(int depth, IReadOnlyCollection<string> names) => VariantValue.Struct(
        Id, new Dict<string, VariantValue>(Select(names)).AsVariantValue(), VariantValue.ArrayOfVariant(ChildrenTo(depth, names)));

    /// <summary>What is in it, down to a depth; below 0: all of it.</summary>
    public VariantValue[] ChildrenTo(int depth, IReadOnlyCollection<string> names) =>
        depth == 0 ? [] : [.. Children.Select(child => child.ToVariant(depth - 1, names))];
}
