using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>A report in the trial format of 2019: one cell on each line.</summary>
internal static class TrialFormText
{
    private const string Disclosure = """
        第二十条第（一）项
        信息内容
        本年新制作数量
        本年新公开数量
        对外公开总数量
        规章
        0
        0
        0
        规范性文件
        3
        3
        41
        第二十条第（五）项
        信息内容
        上一年项目数量
        本年增/减
        处理决定数量
        行政许可
        12
        -1
        1203
        其他对外管理服务事项
        5
        0
        77
        第二十条第（六）项
        信息内容
        上一年项目数量
        本年增/减
        处理决定数量
        行政处罚
        30
        +2
        8
        行政强制
        3
        0
        0
        第二十条第（八）项
        信息内容
        上一年项目数量
        本年增/减
        行政事业性收费
        2
        0
        第二十条第（九）项
        信息内容
        采购项目数量
        采购总金额
        政府集中采购
        4
        126.5

        """;

    /// <summary>The lines of 表二.</summary>
    public static IReadOnlyList<string> DisclosureLines { get; } = Disclosure.Split('\n');

    /// <summary>The report of a year.</summary>
    public static string Of(int year, NumbersThatBalance numbers)
    {
        var lines = new List<string>
        {
            $"某某县民政局{year}年政府信息公开工作年度报告", $"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。", "一、总体情况",
            $"{year}年，我局主动公开政府信息52条，收到申请3件，严格信息审核管理，办好网站，加强监督检查。", "二、主动公开政府信息情况",
        };
        lines.AddRange(DisclosureLines);
        lines.Add("三、收到和处理政府信息公开申请情况");
        lines.AddRange(["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "自然人", "法人或其他组织", "总计"]);
        lines.AddRange(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]);
        Applications(lines, numbers);
        lines.Add("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况");
        lines.AddRange(DisputesTemplate.Table.Rows[0].Headings);
        lines.AddRange(DisputesTemplate.Table.Cells.Select(cell => $"{numbers[cell]}"));
        lines.AddRange(["五、存在的主要问题及改进情况", "公开内容不够丰富，下一步将加强业务培训。", "六、其他需要报告的事项", $"{year}年未收取信息处理费。"]);
        return string.Join('\n', lines);
    }

    // （六）其他处理 is one row.
    private static void Applications(List<string> lines, NumbersThatBalance numbers)
    {
        foreach (var row in ApplicationsTemplate.Table.Rows)
        {
            if (row.Key == "applications.other_outcome.not_corrected")
            {
                var parts = ApplicationsTemplate.Table.Rows.Where(other => other.Group == row.Group).ToList();
                lines.Add(row.Group!.Label);
                lines.AddRange(row.Cells.Select((_, column) => $"{parts.Sum(part => numbers[part.Cells[column]])}"));
            }
            else if (row.Group?.Key != "applications.other_outcome")
            {
                lines.AddRange(row == ApplicationsTemplate.Table.Rows[0] ? [] : row.Headings);
                lines.Add(row.Label);
                lines.AddRange(row.Cells.Select(cell => $"{numbers[cell]}"));
            }
        }
    }
}
