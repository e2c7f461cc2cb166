using System.Collections.Frozen;
using System.Reflection;

namespace Validation.Engine.Bodies;

/// <summary>The names of the administrative divisions, of divisions.txt: they tell cities with districts from cities of the level of a
/// county. Immutable.</summary>
internal static class Divisions
{
    private static readonly string[][] Lines = [.. Read()];

    /// <summary>The names of provinces, autonomous regions and municipalities (省、自治区、直辖市).</summary>
    public static FrozenSet<string> Provinces { get; } = Lines.Select(line => line[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of cities at prefecture level (地级市), nearly all of which have districts.</summary>
    public static FrozenSet<string> Cities { get; } = Column(1);

    /// <summary>The names of autonomous prefectures, prefectures and leagues (自治州、地区、盟).</summary>
    public static FrozenSet<string> Prefectures { get; } = Column(2);

    /// <summary>The names of the cities that are counties (县级市).</summary>
    public static FrozenSet<string> CountyCities { get; } = Column(3);

    /// <summary>A name without the superior division that it begins with: of "江苏省苏州市昆山市" it leaves "昆山市".</summary>
    public static string WithoutSuperior(string name)
    {
        var rest = Without(name, Provinces);
        return Without(Without(rest, Cities), Prefectures);
    }

    private static string Without(string name, FrozenSet<string> divisions)
    {
        var superior = divisions.FirstOrDefault(
            division => name.Length > division.Length && name.StartsWith(division, StringComparison.Ordinal));
        return superior is null ? name : name[superior.Length..];
    }

    private static FrozenSet<string> Column(int index) =>
        Lines.SelectMany(line => line[index].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string[]> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("divisions.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => !line.StartsWith('#')).Select(line => line.Split('|'));
    }
}
