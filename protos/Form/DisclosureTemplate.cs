using Validation.V1;

namespace Validation.Form;

/// <summary>表二, 主动公开政府信息情况: six rows, ten numbers.</summary>
public static class DisclosureTemplate
{
    private const string Content = "信息内容";
    private const string Issued = "本年制发件数";
    private const string Repealed = "本年废止件数";
    private const string InForce = "现行有效件数";
    private const string Decisions = "本年处理决定数量";
    private const string Amount = "本年收费金额（单位：万元）";

    /// <summary>表二: six rows with ten cells in all, in the order of the template.</summary>
    public static TableTemplate Table { get; } = new("disclosure", "表二", SectionTemplate.Of(2),
    [
        Documents("regulations", "规章", ["第二十条第（一）项", Content, Issued, Repealed, InForce], report => report.Disclosure.Regulations),
        Documents("normative_documents", "行政规范性文件", [], report => report.Disclosure.NormativeDocuments),
        Decision("licensing", "行政许可", ["第二十条第（五）项", Content, Decisions], report => report.Disclosure.Licensing),
        Decision("penalties", "行政处罚", ["第二十条第（六）项", Content, Decisions], report => report.Disclosure.Penalties),
        Decision("coercion", "行政强制", [], report => report.Disclosure.Coercion),
        Fees(),
    ])
    {
        Signs = [Content, "本年制发", InForce],
    };

    private static RowTemplate Documents(string key, string label, string[] headings, Func<Report, DocumentCounts> row)
    {
        var path = "disclosure." + key;
        return new RowTemplate(path, label, headings, null,
        [
            new CellTemplate(path + ".issued", label, Issued, false, report => row(report).Issued),
            new CellTemplate(path + ".repealed", label, Repealed, false, report => row(report).Repealed),
            new CellTemplate(path + ".in_force", label, InForce, false, report => row(report).InForce),
        ]);
    }

    private static RowTemplate Decision(string key, string label, string[] headings, Func<Report, DecisionCount> row)
    {
        var path = "disclosure." + key;
        var cell = new CellTemplate(path + ".decisions", label, Decisions, false, report => row(report).Decisions);
        return new RowTemplate(path, label, headings, null, [cell]);
    }

    private static RowTemplate Fees()
    {
        const string Label = "行政事业性收费";
        var cell = new CellTemplate("disclosure.fees.amount", Label, Amount, true, report => report.Disclosure.Fees.Amount);
        return new RowTemplate("disclosure.fees", Label, ["第二十条第（八）项", Content, Amount], null, [cell]);
    }
}
