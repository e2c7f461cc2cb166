namespace Validation.Engine.Reports.Identity;

/// <summary>The labels of the trial form of 2019 (国办公开办函〔2019〕60号) that the form of 2021 does not have. The trial form was in force for
/// the reports on 2019 and 2020.</summary>
internal static class TrialForm
{
    /// <summary>The last year whose reports are due in it.</summary>
    public const int LastYear = 2020;

    /// <summary>Labels of its 表二: columns, rows, and the item that was dropped.</summary>
    public static IReadOnlyList<string> Labels { get; } =
    [
        "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "其他对外管理服务事项", "第二十条第（九）项", "政府集中采购",
        "采购项目数量", "采购总金额",
    ];

    /// <summary>The number of such labels that show the form. A single one may be a slip of the pen.</summary>
    public const int LeastLabels = 2;
}
