using Validation.Client.Wording;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli.Rendering;

/// <summary>The words around the findings of a check.</summary>
internal static class RenderingTexts
{
    public const string CellBullet = "- ";

    // Verdicts
    public const string AcceptedClean = $"{VerdictWords.Accepted}，{VerdictWords.Clean}。";
    public const string Left = "没有检查（已中断）";
    public const string Total = "合计";
    public const string SummaryTitle = "份数：";

    public static string After(string remark) => $"；{remark}";

    public static string CountsInBrackets(Tally tally) => $"（{tally.Text}）";

    public static string CountsBesideAccept(Tally tally) => $"（{tally.Text}，不影响通过）";

    public static string Provenance(Provenance provenance) => $"规则版本 {provenance.RuleSetVersion}，引擎版本 {provenance.EngineVersion}";

    public static string ServerTrouble(int count, string first) => Invariant($"{count} 份{VerdictWords.NotChecked}（第一份是 {first}）：");
}
