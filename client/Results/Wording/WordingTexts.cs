using System.Globalization;
using static System.FormattableString;

namespace Validation.Client.Wording;

/// <summary>Words for places, findings and verdicts.</summary>
internal static class WordingTexts
{
    public const string AcceptedFinding = "已核对";

    public const string New = "新";

    /// <summary>Who accepted a finding, why, and until when.</summary>
    /// <param name="author">Who.</param>
    /// <param name="until">The last day.</param>
    /// <param name="reason">Why.</param>
    public static string AcceptedBy(string author, DateOnly until, string reason) =>
        $"已由 {author} 核对，有效到 {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}，不影响结论：{reason}";

    public const string Product = "年报校验";

    // Verdicts
    public const string Accepted = "通过";
    public const string Rejected = "有错误，须修改";
    public const string NotDecided = "未能判定";
    public const string NotChecked = "未能检查";
    public const string Clean = "没有发现问题";

    // Weights
    public const string Error = "错误";
    public const string Warning = "警告";
    public const string Hint = "提示";
    public const string OnTrial = "试行";

    // Parts of a finding
    public const string Suggestion = "怎么改：";
    public const string OtherSuggestion = "或者：";
    public const string Basis = "依据：";
    public const string Colon = "：";
    public const string CellMissing = "（文中没有这一格）";
    public const string CellBlank = "（空白）";
    public const string Suspect = "很可能是这一格错了";

    public static string OwnWeight(string name) => $"规则为{name}";

    public static string Expectation(string expected, string actual) =>
        actual.Length == 0 ? $"应为“{expected}”。" : $"应为“{expected}”，现为“{actual}”。";

    public static string TwinLead(string report, string place) =>
        place.Length == 0 ? $"“{report}”里的原文：" : $"“{report}”{place}的原文：";

    public static string ComparedWith(string report, bool isOnFile) => $"与{(isOnFile ? "存档的" : string.Empty)}上年报告“{report}”比较";

    public static string RuleFailed(string id, string message) => $"规则 {id} 没能执行，这不是稿件的问题：{message}";

    public static string RuleFailed(string id, string level, string message) =>
        $"规则 {id} 没能执行，级别为{level}，不影响结论，这不是稿件的问题：{message}";

    public static string FailuresBeside(int failures) => Invariant($"另有 {failures} 条规则没能执行，列在后面");

    public static string Line(int line) => Invariant($"第 {line} 行");

    public static string LineSpan(int first, int last) => first == last ? Line(first) : Invariant($"第 {first} 至 {last} 行");

    public static string PageOf(int page) => Invariant($"第 {page} 页");

    public static string Paragraph(int paragraph) => Invariant($"第 {paragraph} 段");

    public static string Table(int table) => Invariant($"第 {table} 个表格");

    public static string TableRow(int table, int row) => Invariant($"第 {table} 个表格第 {row} 行");

    public static string TableCell(int table, int row, int cell) => Invariant($"第 {table} 个表格第 {row} 行第 {cell} 格");

    public static string Cell(string name, string content, string place, bool suspect) =>
        $"{name}{Colon}{content}{(place.Length == 0 ? string.Empty : InBrackets(place))}{(suspect ? $" ← {Suspect}" : string.Empty)}";

    public static string InBrackets(string words) => $"（{words}）";

    public static string CellName(string row, string column) => $"“{row}”的“{column}”";

    public static string RowName(string row) => $"“{row}”一行";

    public static string ColumnName(string column) => $"“{column}”一列";

    public static string RowOfCells(string row, int cells) => Invariant($"{row}（{cells} 格）");

    /// <summary>Many cells in one line.</summary>
    /// <param name="cells">Their number.</param>
    /// <param name="rows">The first rows.</param>
    /// <param name="allRows">The number of rows when not all are named, else 0.</param>
    /// <param name="span">The lines.</param>
    public static string ManyCells(int cells, string rows, int allRows, string span)
    {
        var more = allRows > 0 ? Invariant($"等 {allRows} 行") : string.Empty;
        return Invariant($"共 {cells} 格：{rows}{more}{(span.Length == 0 ? string.Empty : $"，{span}")}");
    }

    public static string Tally(Tally tally)
    {
        var parts = new List<string>();
        Add(tally.Errors, Error);
        Add(tally.Warnings, Warning);
        Add(tally.Hints, Hint);
        Add(tally.Accepted, AcceptedFinding);
        return string.Join('，', parts);

        void Add(int count, string name)
        {
            if (count > 0)
            {
                parts.Add(Invariant($"{name} {count} 处"));
            }
        }
    }

    public static string Changes(FindingChanges changes)
    {
        var earlier = (changes.Fixed, changes.Remaining) switch
        {
            (0, 0) => string.Empty,
            (0, _) => Invariant($"还有 {changes.Remaining} 处"),
            (_, 0) => Invariant($"修好 {changes.Fixed} 处，没有剩下的"),
            _ => Invariant($"修好 {changes.Fixed} 处，还有 {changes.Remaining} 处"),
        };
        return changes.New == 0 ? earlier
            : Invariant($"新出现 {changes.New} 处") + (earlier.Length == 0 ? string.Empty : $"；原来的{earlier}");
    }

    public static string Counts(Counts counts)
    {
        var parts = new List<string> { Invariant($"{Accepted} {counts.Accepted} 份"), Invariant($"须修改 {counts.Rejected} 份") };
        if (counts.NotDecided > 0)
        {
            parts.Add(Invariant($"{NotDecided} {counts.NotDecided} 份"));
        }

        if (counts.NotChecked > 0)
        {
            parts.Add(Invariant($"{NotChecked} {counts.NotChecked} 份"));
        }

        return Invariant($"共 {counts.All} 份：{string.Join('，', parts)}。");
    }

    public static string NotEvaluated(string title, string reason) => $"没有检查“{title}”：{reason}。";

    public static string NotEvaluated(int rules, IEnumerable<string> parts) =>
        Invariant($"本次没有检查的规则 {rules} 条：{string.Join('；', parts)}。");

    /// <summary>Rules with the reason for which they were not evaluated.</summary>
    /// <param name="named">The first of them.</param>
    /// <param name="all">Their number when not all are named, else 0.</param>
    /// <param name="reason">The reason. Empty: it is not known.</param>
    public static string NotEvaluatedBecause(string named, int all, string reason) =>
        named + (all > 0 ? Invariant($" 等 {all} 条") : string.Empty) + (reason.Length > 0 ? InBrackets(reason) : string.Empty);

    public static string MoreNotEvaluated(int rules) => Invariant($"另有 {rules} 条");

    public static string LeftUnchecked(int left) => Invariant($"已中断，还有 {left} 份没有检查。");
}
