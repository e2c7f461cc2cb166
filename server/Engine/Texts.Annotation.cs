using Validation.V1;

namespace Validation.Engine;

internal static partial class Texts
{
    /// <summary>Comments in the clerk's own file.</summary>
    public static class Annotation
    {
        public const string Author = "年报校验";
        public const string Initials = "校验";
        public const string NotDecided = "【未能判定】";
        public const string OtherFormat = "只有 docx 文档可以写入批注；其他格式请看网页报告。";
        public const string NotPossible = "这份 docx 的写法特殊，不能原样写入批注；请用 Word 或 WPS 另存为 docx 再试，或看网页报告。";

        public const string TooLarge = "这份 docx 的正文太大，不能写入批注；请看网页报告。";

        /// <summary>The first line: the weight and what the rule is called.</summary>
        public static string Heading(Finding finding) =>
            $"【{Weight(finding)}】{(finding.Title.Length > 0 ? finding.Title : finding.RuleId)}";

        /// <summary>The line with a suggestion.</summary>
        /// <param name="text">Its words.</param>
        /// <param name="isFirst">It is the likeliest.</param>
        public static string Suggestion(string text, bool isFirst) => $"{(isFirst ? "怎么改" : "或者")}：{text}";

        /// <summary>What should stand there.</summary>
        public static string Expectation(Finding finding) =>
            finding.Actual.Length == 0 ? $"应为“{finding.Expected}”。" : $"应为“{finding.Expected}”，现为“{finding.Actual}”。";

        /// <summary>The basis, and the rule's id for the administrator.</summary>
        public static string Basis(Finding finding) =>
            finding.Basis.Length == 0 ? $"规则：{finding.RuleId}" : $"依据：{finding.Basis}（规则 {finding.RuleId}）";

        private static string Weight(Finding finding) => finding.Severity switch
        {
            _ when finding.Trial => "提示，规则试行中，不影响结论",
            Level.Error => "错误",
            Level.Warning => "警告",
            _ => "提示",
        };
    }
}
