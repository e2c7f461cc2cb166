using Validation.V1;

namespace Validation.Server.Records;

/// <summary>Where the columns of a list of bodies stand; -1: the file has no such column. And the words in them.</summary>
internal sealed record BodyColumns(int Name, int Aliases, int Kind, int Level, int Superior)
{
    private static readonly Dictionary<string, BodyKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = BodyKind.Unspecified,
        ["省级政府"] = BodyKind.Province,
        ["市级政府"] = BodyKind.City,
        ["县级政府"] = BodyKind.County,
        ["乡镇"] = BodyKind.Township,
        ["街道"] = BodyKind.Street,
        ["部门"] = BodyKind.Department,
        ["园区"] = BodyKind.Zone,
        ["垂直管理"] = BodyKind.Vertical,
    };

    private static readonly Dictionary<string, BodyLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = BodyLevel.Unspecified,
        ["国家级"] = BodyLevel.Nation,
        ["省级"] = BodyLevel.Province,
        ["市级"] = BodyLevel.City,
        ["县级"] = BodyLevel.County,
        ["乡级"] = BodyLevel.Township,
    };

    /// <summary>Finds the columns by their names, Chinese or English.</summary>
    public static BodyColumns Of(string[] header)
    {
        int Find(string chinese, string english) => Array.FindIndex(
            header, name => name.Trim() == chinese || name.Trim().Equals(english, StringComparison.OrdinalIgnoreCase));

        return new BodyColumns(
            Find("名称", "name"), Find("别名", "aliases"), Find("类别", "kind"), Find("级别", "level"), Find("上级", "superior"));
    }

    /// <summary>The kind that a word names; empty: not decided. English names do as well.</summary>
    public static bool TryKind(string word, out BodyKind kind)
    {
        return Kinds.TryGetValue(word, out kind) || IsName(word, out kind);
    }

    /// <summary>The level that a word names; empty: not decided. English names do as well.</summary>
    public static bool TryLevel(string word, out BodyLevel level)
    {
        return Levels.TryGetValue(word, out level) || IsName(word, out level);
    }

    private static bool IsName<T>(string word, out T value)
        where T : struct, Enum
    {
        return Enum.TryParse(word, ignoreCase: true, out value) && word.All(char.IsAsciiLetter);
    }
}
