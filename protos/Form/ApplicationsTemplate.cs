using Validation.V1;

namespace Validation.Form;

/// <summary>表三, 收到和处理政府信息公开申请情况: 25 rows of 7 columns.</summary>
public static class ApplicationsTemplate
{
    /// <summary>The sentence that the template prints above the labels of the rows: what the numbers of a column must satisfy
    /// (勾稽关系).</summary>
    public const string Relation = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    /// <summary>The heading above all columns.</summary>
    public const string Applicants = "申请人情况";

    /// <summary>The heading above the five columns between 自然人 and 总计.</summary>
    public const string Organizations = "法人或其他组织";

    /// <summary>The label above the rows of 本年度办理结果; no number belongs to it.</summary>
    public static GroupTemplate Results { get; } = new("applications.results", "三、本年度办理结果");

    private static readonly GroupTemplate Refused = new("applications.refused", "（三）不予公开");
    private static readonly GroupTemplate Unavailable = new("applications.unavailable", "（四）无法提供");
    private static readonly GroupTemplate NotProcessed = new("applications.not_processed", "（五）不予处理");
    private static readonly GroupTemplate OtherOutcome = new("applications.other_outcome", "（六）其他处理");

    /// <summary>The seven columns from left to right.</summary>
    public static IReadOnlyList<ApplicantColumn> Columns { get; } =
    [
        new("natural_person", "自然人", row => row.NaturalPerson),
        new("commercial", "商业企业", row => row.Commercial),
        new("research", "科研机构", row => row.Research),
        new("public_interest", "社会公益组织", row => row.PublicInterest),
        new("legal_service", "法律服务机构", row => row.LegalService),
        new("other", "其他", row => row.Other),
        new("total", "总计", row => row.Total),
    ];

    private static readonly string[] ColumnHeadings = [Relation, Applicants, Organizations, .. Columns.Select(column => column.Label)];

    /// <summary>表三: 25 rows of seven cells, the rows in the order of the template.</summary>
    public static TableTemplate Table { get; } = new("applications", "表三", SectionTemplate.Of(3),
    [
        Row("received", "一、本年新收政府信息公开申请数量", report => report.Applications.Received, headings: ColumnHeadings),
        Row("carried_in", "二、上年结转政府信息公开申请数量", report => report.Applications.CarriedIn),
        Row("granted", "（一）予以公开", report => report.Applications.Granted, headings: Results.Label),
        Row("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", report => report.Applications.PartlyGranted),
        Row("refused.state_secret", "1.属于国家秘密", report => report.Applications.Refused.StateSecret, Refused, Refused.Label),
        Row("refused.prohibited_by_law", "2.其他法律行政法规禁止公开", report => report.Applications.Refused.ProhibitedByLaw, Refused),
        Row("refused.safety_stability", "3.危及“三安全一稳定”", report => report.Applications.Refused.SafetyStability, Refused),
        Row("refused.third_party_rights", "4.保护第三方合法权益", report => report.Applications.Refused.ThirdPartyRights, Refused),
        Row("refused.internal_affairs", "5.属于三类内部事务信息", report => report.Applications.Refused.InternalAffairs, Refused),
        Row("refused.deliberative", "6.属于四类过程性信息", report => report.Applications.Refused.Deliberative, Refused),
        Row("refused.enforcement_file", "7.属于行政执法案卷", report => report.Applications.Refused.EnforcementFile, Refused),
        Row("refused.inquiry", "8.属于行政查询事项", report => report.Applications.Refused.Inquiry, Refused),
        Row("unavailable.not_held", "1.本机关不掌握相关政府信息", report => report.Applications.Unavailable.NotHeld, Unavailable, Unavailable.Label),
        Row("unavailable.needs_creation", "2.没有现成信息需要另行制作", report => report.Applications.Unavailable.NeedsCreation, Unavailable),
        Row("unavailable.unclear", "3.补正后申请内容仍不明确", report => report.Applications.Unavailable.Unclear, Unavailable),
        Row("not_processed.petition", "1.信访举报投诉类申请", report => report.Applications.NotProcessed.Petition, NotProcessed, NotProcessed.Label),
        Row("not_processed.duplicate", "2.重复申请", report => report.Applications.NotProcessed.Duplicate, NotProcessed),
        Row("not_processed.publication", "3.要求提供公开出版物", report => report.Applications.NotProcessed.Publication, NotProcessed),
        Row("not_processed.excessive", "4.无正当理由大量反复申请", report => report.Applications.NotProcessed.Excessive, NotProcessed),
        Row("not_processed.confirmation", "5.要求行政机关确认或重新出具已获取信息",
            report => report.Applications.NotProcessed.Confirmation, NotProcessed),
        Row("other_outcome.not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            report => report.Applications.OtherOutcome.NotCorrected, OtherOutcome, OtherOutcome.Label),
        Row("other_outcome.fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            report => report.Applications.OtherOutcome.FeeUnpaid, OtherOutcome),
        Row("other_outcome.other", "3.其他", report => report.Applications.OtherOutcome.Other, OtherOutcome),
        Row("results_total", "（七）总计", report => report.Applications.ResultsTotal),
        Row("carried_out", "四、结转下年度继续办理", report => report.Applications.CarriedOut),
    ])
    {
        Signs = ["勾稽关系", Applicants, "本年新收政府信息公开申请"],
    };

    /// <summary>The row 一、本年新收政府信息公开申请数量.</summary>
    public static RowTemplate Received => Table.Rows[0];

    /// <summary>The row 二、上年结转政府信息公开申请数量.</summary>
    public static RowTemplate CarriedIn => Table.Rows[1];

    /// <summary>The rows of 三、本年度办理结果 that add up to its total.</summary>
    public static IReadOnlyList<RowTemplate> ResultRows { get; } = [.. Table.Rows.Take(2..^2)];

    /// <summary>The row （一）予以公开.</summary>
    public static RowTemplate Granted => ResultRows[0];

    /// <summary>The row （二）部分公开.</summary>
    public static RowTemplate PartlyGranted => ResultRows[1];

    /// <summary>The row （七）总计 of 三、本年度办理结果.</summary>
    public static RowTemplate ResultsTotal => Table.Rows[^2];

    /// <summary>The row 四、结转下年度继续办理.</summary>
    public static RowTemplate CarriedOut => Table.Rows[^1];

    private static RowTemplate Row(
        string key, string label, Func<Report, ApplicantRow> row, GroupTemplate? group = null, params string[] headings)
    {
        var path = "applications." + key;
        var fullLabel = group is null ? label : $"{group.Label} {label}";
        var cells = Columns.Select(column =>
            new CellTemplate($"{path}.{column.Key}", fullLabel, column.Label, false, report => column.Of(row(report))));
        return new RowTemplate(path, label, headings, group, [.. cells]);
    }
}

/// <summary>A column of 表三.</summary>
/// <param name="Key">The key, such as "natural_person".</param>
/// <param name="Label">The label.</param>
/// <param name="Of">The cell of a row.</param>
public sealed record ApplicantColumn(string Key, string Label, Func<ApplicantRow, Cell> Of);
