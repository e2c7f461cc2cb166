using static System.FormattableString;

namespace Validation.Server.Records;

/// <summary>Texts about the list of bodies and accepted findings.</summary>
internal static class RecordTexts
{
    public const string BodyColumnsMissing = "第一行应当是列名：名称、别名、类别、级别、上级，其中“名称”必须有。";
    public const string BodyLineBroken = "引号或分隔符不对，读不出来";
    public const string AcceptedReportInvalid = "请写明是哪个机关、哪一年的报告。";
    public const string AcceptedFindingInvalid = "请写明要认可的问题：校验答复中的整条问题，规则应在现行规则中。";

    public static string AcceptanceExpiryInvalid(int years)
    {
        return Invariant($"请写明认可到什么时候为止：在将来，最多 {years} 年。");
    }

    public static string NeverAccepted(string title)
    {
        return $"“{title}”的问题不能认可，必须改正。";
    }

    public static string TooManyAcceptances(int most)
    {
        return Invariant($"认可的问题已有 {most} 处，不能再增加。");
    }

    public static string NoSuchAcceptance(string id)
    {
        return $"没有编号为 {id} 的认可：请用 validate accepted list 查看。";
    }

    public static string BodyFileUnreadable(int most)
    {
        return Invariant($"名单应当是 CSV 文件，UTF-8 或 GB18030 编码，最多 {most} 字节。");
    }

    public static string BodyLineWrong(long line, string problem)
    {
        return Invariant($"第 {line} 行：{problem}。名单没有改动。");
    }

    public static string TooManyBodies(int most)
    {
        return Invariant($"名单中的机关超过 {most} 个。");
    }

    public static string BodyTwice(string name)
    {
        return $"“{name}”已在前面出现过";
    }

    public static string BodyNameWrong(int most)
    {
        return Invariant($"机关的名称应当有 1 到 {most} 个字，上级的名称最多 {most} 个字");
    }

    public static string AliasesWrong(int most, int longest)
    {
        return Invariant($"别名最多 {most} 个，每个最多 {longest} 个字");
    }

    public static string BodyKindWrong(string word)
    {
        return $"没有“{word}”这种类别，可以写省级政府、市级政府、县级政府、乡镇、街道、部门、园区、垂直管理，不能确定时留空";
    }

    public static string BodyLevelWrong(string word)
    {
        return $"没有“{word}”这种级别，可以写国家级、省级、市级、县级、乡级，不能确定时留空";
    }

    public static string NoSuchBody(string name)
    {
        return $"名单中没有名称为“{name}”的机关：请用 validate bodies list 查看。";
    }
}
