using static System.FormattableString;

namespace Validation.Server.Archive;

/// <summary>Texts about reports on file.</summary>
internal static class ArchiveTexts
{
    public const string FilingFirst = "请先说明归档的是什么，再传文件的内容。";
    public const string OutOfReach = "归档的报告现在取不到";
    public const string NothingToFile = "没有收到文件的内容，没有归档。";
    public const string OrganizationUnknown = "报告中没有认出机关名称，请写明是哪个机关的报告。";
    public const string YearUnknown = "报告中没有认出年度，请写明是哪一年的报告。";
    public const string WhichReport = "请写明归档编号，或者机关名称和年度。";
    public const string FormatUnknown = "请写明导出的格式：原件、JSON 或 CSV。";
    public const string OriginalNeedsId = "导出原件请写明一份报告的归档编号。";
    public const string NoSuchPage = "page_token 无法识别：请原样使用上一次答复中的 next_page_token。";

    public static string AuthorInvalid(int most)
    {
        return Invariant($"请写明经办人的姓名，一行，最多 {most} 个字。");
    }

    public static string ReasonTooLong(int most)
    {
        return Invariant($"归档的说明最多 {most} 个字。");
    }

    public static string RemovalReasonInvalid(int most)
    {
        return Invariant($"请写明删除的理由，最多 {most} 个字。");
    }

    public static string OrganizationTooLong(int most)
    {
        return Invariant($"机关名称最多 {most} 个字。");
    }

    public static string YearInvalid(int first, int last)
    {
        return Invariant($"年度应当在 {first} 到 {last} 之间；不写时以报告中的为准。");
    }

    public static string DocumentTooLarge(long limit)
    {
        return Invariant($"文件超过 {limit} 字节，没有归档。");
    }

    public static string NotFiled(string why)
    {
        return $"没有归档：{why}";
    }

    public static string Ambiguous(string name, IEnumerable<string> bodies)
    {
        return $"“{name}”是几个机关共用的名称（{string.Join('、', bodies)}），请写明是哪一个。";
    }

    public static string AnotherIsCurrent(string organization, int year, string id)
    {
        return Invariant($"{organization} {year} 年的报告已有归档 {id}，不是您所见的那一份，没有归档。请先查看。");
    }

    public static string NoneIsCurrent(string organization, int year)
    {
        return Invariant($"{organization} {year} 年的报告没有归档，您所见的那一份已经删除，没有归档。请先查看。");
    }

    public static string NotReadAgain(string version, string why)
    {
        return $"引擎 {version} 没有从原件中再读出报告，保留原来读出的内容：{why}";
    }

    public static string NoSuchReport(string id)
    {
        return $"没有编号为 {id} 的归档报告。";
    }

    public static string NoneOnFile(string organization, int year)
    {
        return Invariant($"{organization} {year} 年的报告没有归档。");
    }
}
