using System.Text.RegularExpressions;
using Validation.V1;

namespace Validation.Engine.Bodies;

/// <summary>Tells from the name of a body what kind and level it is, where the name says so for certain.</summary>
internal static partial class BodyNames
{
    private const string Government = "人民政府";

    private static readonly BodyNature Province = new(BodyKind.Province, BodyLevel.Province);
    private static readonly BodyNature City = new(BodyKind.City, BodyLevel.City);
    private static readonly BodyNature County = new(BodyKind.County, BodyLevel.County);

    private static readonly (Regex Ending, BodyNature Nature)[] Endings =
    [
        (EndingWith(".街道(办事处)?(办公室)?"), new(BodyKind.Street, BodyLevel.Township)),
        (EndingWith("(开发区|高新区|新区|园区|产业园|工业园|科技园|示范区|保税区|合作区|试验区|度假区|风景区|名胜区|功能区|集聚区|港区)(管理委员会|管委会)(办公室)?"),
            new(BodyKind.Zone, BodyLevel.Unspecified)),
        (EndingWith("税务局|税务分局|海关|气象局|邮政管理局|烟草专卖局|通信管理局|金融监督管理局|消防救援(局|总队|支队|大队)|^国家统计局.+调查(总队|队)"),
            new(BodyKind.Vertical, BodyLevel.Unspecified)),
        (EndingWith(".(局|厅|办公室|办公厅|[^民理]委员会)|[^管]理委员会"), new(BodyKind.Department, BodyLevel.Unspecified)),
    ];

    /// <summary>The kind and level that a name tells; each Unspecified where the name leaves it open.</summary>
    /// <param name="name">The name in half width, without blanks.</param>
    public static BodyNature Of(string name)
    {
        if (OfGovernment(name) is { Kind: not BodyKind.Unspecified } government)
        {
            return government;
        }

        if (IsTownship(name))
        {
            return new(BodyKind.Township, BodyLevel.Township);
        }

        if (OfficePattern().Match(name) is { Success: true } office)
        {
            // The office of a county's government is one of its departments; that of a township is no body of its own.
            var above = Of(office.Groups["body"].Value);
            return above.Kind == BodyKind.Township ? above : new(BodyKind.Department, above.Level);
        }

        return Endings.FirstOrDefault(pair => pair.Ending.IsMatch(name)).Nature;
    }

    private static BodyNature OfGovernment(string name) =>
        name.EndsWith("行政公署", StringComparison.Ordinal) ? City
        : name.EndsWith(Government, StringComparison.Ordinal) ? OfDivision(Divisions.WithoutSuperior(name[..^Government.Length]))

        // The report of "某某县" is its government's; many areas are called 区 and have none.
        : OtherAreaPattern().IsMatch(name) ? default : OfDivision(Divisions.WithoutSuperior(name));

    private static BodyNature OfDivision(string name) => name switch
    {
        _ when Divisions.Provinces.Contains(name) || name.EndsWith('省') => Province,
        _ when Divisions.CountyCities.Contains(name) => County,
        _ when Divisions.Cities.Contains(name) || Divisions.Prefectures.Contains(name) => City,
        _ when name.EndsWith("自治州", StringComparison.Ordinal) => City,
        _ when name.EndsWith("自治区", StringComparison.Ordinal) => Province,
        _ when CountyPattern().IsMatch(name) => County,

        // "某某市" may be a city with districts or one of the level of a county.
        _ => default,
    };

    private static bool IsTownship(string name) =>
        TownshipPattern().IsMatch(name) && !Divisions.Cities.Contains(name + "市") && !Divisions.CountyCities.Contains(name + "市");

    private static Regex EndingWith(string words) => new($"({words})$", PatternOptions.Linear);

    [GeneratedRegex(".(县|旗|区)$", PatternOptions.Linear)]
    private static partial Regex CountyPattern();

    [GeneratedRegex("[发新园景社港税贸济护游假范验作聚能胜街校院片库矿业管]区$", PatternOptions.Linear)]
    private static partial Regex OtherAreaPattern();

    [GeneratedRegex(".(镇|乡|苏木)(人民政府)?$", PatternOptions.Linear)]
    private static partial Regex TownshipPattern();

    [GeneratedRegex("^(?<body>.+人民政府)办公[厅室]$", PatternOptions.Linear)]
    private static partial Regex OfficePattern();
}
