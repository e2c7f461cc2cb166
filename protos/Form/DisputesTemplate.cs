using Validation.V1;

namespace Validation.Form;

/// <summary>表四, 政府信息公开行政复议、行政诉讼情况: one row of three groups of five numbers.</summary>
public static class DisputesTemplate
{
    /// <summary>The heading above the first group of five columns.</summary>
    public const string Review = "行政复议";

    /// <summary>The heading above the second and the third group together.</summary>
    public const string Litigation = "行政诉讼";

    /// <summary>The heading above the second group: suits without a review before.</summary>
    public const string Direct = "未经复议直接起诉";

    /// <summary>The heading above the third group: suits after a review.</summary>
    public const string AfterReview = "复议后起诉";

    /// <summary>The three groups from left to right.</summary>
    public static IReadOnlyList<DisputeGroup> Groups { get; } =
    [
        Group("review", Review, report => report.Disputes.Review),
        Group("litigation_direct", $"{Litigation}·{Direct}", report => report.Disputes.LitigationDirect),
        Group("litigation_after_review", $"{Litigation}·{AfterReview}", report => report.Disputes.LitigationAfterReview),
    ];

    /// <summary>表四: a single row of 15 cells, which has no label.</summary>
    public static TableTemplate Table { get; } = new("disputes", "表四", SectionTemplate.Of(4),
        [new RowTemplate("disputes", string.Empty, Headings(), null, [.. Groups.SelectMany(group => group.Cells)])])
    {
        Signs = ["结果维持", Direct, "尚未审结"],
    };

    private static string[] Headings()
    {
        string[] outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
        return [Review, Litigation, Direct, AfterReview, .. outcomes, .. outcomes, .. outcomes];
    }

    private static DisputeGroup Group(string key, string label, Func<Report, DisputeResults> of)
    {
        var path = "disputes." + key;
        return new DisputeGroup(path, label,
        [
            new CellTemplate(path + ".upheld", label, "结果维持", false, report => of(report).Upheld),
            new CellTemplate(path + ".corrected", label, "结果纠正", false, report => of(report).Corrected),
            new CellTemplate(path + ".other", label, "其他结果", false, report => of(report).Other),
            new CellTemplate(path + ".pending", label, "尚未审结", false, report => of(report).Pending),
            new CellTemplate(path + ".total", label, "总计", false, report => of(report).Total),
        ]);
    }
}

/// <summary>A group of 表四: four outcomes and their total.</summary>
/// <param name="Key">The group's path, such as "disputes.review".</param>
/// <param name="Label">The label.</param>
/// <param name="Cells">The cells; the last is the total.</param>
public sealed record DisputeGroup(string Key, string Label, IReadOnlyList<CellTemplate> Cells);
