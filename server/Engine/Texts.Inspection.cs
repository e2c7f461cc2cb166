using static System.FormattableString;

namespace Validation.Engine;

internal static partial class Texts
{
    /// <summary>What is said of how a table was read, to an engineer.</summary>
    public static class Inspection
    {
        public const string TooLong = "这一部分过长，没有在其中找表格。";
        public const string RowMissing = "没有找到这一行。";

        public static string RecordUnclear(string values) => $"看得出有这一行，看不出哪个数属于哪一列{Shown(values)}。";

        public static string SumsContradict(string values) => $"连写的零拆开后，与本列的合计不符{Shown(values)}。";

        public static string ValuesUnclear(string values, int found, int due) =>
            Invariant($"读到 {found} 个数，应有 {due} 个，看不出哪个数属于哪一列{Shown(values)}。");

        public static string RowRepeated(string values) => $"这一行出现两次，数不一样{Shown(values)}。";

        private static string Shown(string values) => values.Length == 0 ? string.Empty : $"（读到：{values}）";
    }
}
