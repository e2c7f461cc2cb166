namespace Validation.Form;

/// <summary>One of the six sections that the format prescribes (国办公开办函〔2021〕30号).</summary>
/// <param name="Ordinal">1 to 6.</param>
/// <param name="Numbering">The number as the template prints it, such as "一、".</param>
/// <param name="Name">The name as the template prints it.</param>
public sealed record SectionTemplate(int Ordinal, string Numbering, string Name)
{
    /// <summary>The six sections in their order.</summary>
    public static IReadOnlyList<SectionTemplate> All { get; } =
    [
        new(1, "一、", "总体情况"),
        new(2, "二、", "主动公开政府信息情况"),
        new(3, "三、", "收到和处理政府信息公开申请情况"),
        new(4, "四、", "政府信息公开行政复议、行政诉讼情况"),
        new(5, "五、", "存在的主要问题及改进情况"),
        new(6, "六、", "其他需要报告的事项"),
    ];

    /// <summary>The whole heading, such as "一、总体情况".</summary>
    public string Heading => Numbering + Name;

    /// <summary>The section is one of the three tables. False: it is prose.</summary>
    public bool HoldsTable => Ordinal is >= 2 and <= 4;

    /// <summary>The section with that ordinal, 1 to 6.</summary>
    public static SectionTemplate Of(int ordinal) => All[ordinal - 1];
}
