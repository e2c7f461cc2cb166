using Google.Protobuf.WellKnownTypes;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli.Acceptances;

/// <summary>What the commands about accepted findings say.</summary>
internal static class AcceptanceTexts
{
    public const string AcceptDescription =
        "认可草稿中的一处问题：数是对的，理由记录在案。认可的问题照样显示，不影响结论；数变了、换了年度、到了日期，认可就失效（需要发布权限）。";

    public const string AcceptFileDescription = "草稿。";
    public const string AcceptFindingName = "规则";
    public const string AcceptFindingDescription = "规则的编号（这条规则在草稿中的问题都认可），或者一处问题的 fingerprint（见 --format json）。";
    public const string AcceptUntilDescription = "认可到哪一天（含当天，按本机时区），例如 2027-12-31，最多三年。";
    public const string AcceptNeedsReport = "草稿没有写明机关或年度，不能认可。";
    public const string AcceptedDescription = "查看和收回认可。";
    public const string AcceptedListDescription = "列出认可的问题；加 --format json 导出。";
    public const string AcceptedRevokeDescription = "收回认可：这处问题重新影响结论。";
    public const string AcceptedBodyDescription = "只列这个机关的。";
    public const string AcceptedYearName = "年度";
    public const string AcceptedYearDescription = "只列这一年度的报告的。";
    public const string AcceptedAllDescription = "连同已经到期和收回的。";
    public const string AcceptedIdDescription = "认可的编号，见 validate accepted list。";
    public const string NothingAccepted = "没有认可的问题。";

    public static string NothingToAccept(string finding) => $"草稿中没有“{finding}”的问题，或者都已认可。";

    public static string FindingAccepted(Acceptance one) => $"已认可（{one.Id}）：{one.Message}";

    public static string AcceptanceRevoked(Acceptance one) => $"认可 {one.Id}（{AcceptedReport(one)}）已收回。";

    public static string AcceptedReport(Acceptance one) => Invariant($"{one.Organization} {one.Year} 年");

    public static string AcceptanceState(Acceptance one, Func<Timestamp, string> time)
    {
        var given = $"{time(one.At)} 由 {one.Author} 认可：{one.Reason}；";
        return one.RevokedAt is { } at
            ? $"{given}{time(at)} 由 {one.RevokedBy} 收回：{one.RevokedReason}"
            : $"{given}有效到 {time(one.ExpiresAt)}";
    }
}
