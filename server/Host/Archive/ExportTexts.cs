using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>What tables of reports on file, and the overview of a year, say.</summary>
internal static class ExportTexts
{
    public const string YearMissing = "请写明是哪一个年度。";
    public const string TableName = "归档年报";

    /// <summary>The word for a verdict.</summary>
    public static string Of(Verdict verdict)
    {
        return verdict switch
        {
            Verdict.Accept => "通过",
            Verdict.Reject => "须修改",
            _ => "未能判定",
        };
    }
}
