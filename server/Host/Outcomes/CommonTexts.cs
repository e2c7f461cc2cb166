using static System.FormattableString;

namespace Validation.Server.Outcomes;

/// <summary>What several rooms of the server say.</summary>
internal static class CommonTexts
{
    public const string Stalled = "文档传送得太慢或中途停下，没有校验，请重新提交。";
    public const string Stopping = "服务正在停止，请稍后重新提交。";
    public const string Fault = "服务器内部错误，已记入服务器日志。这不是文档的问题，请联系管理员。";

    public static string AuthorInvalid(int most)
    {
        return Invariant($"请写明修改人的姓名，一行，最多 {most} 个字。");
    }

    public static string ReasonInvalid(int most)
    {
        return Invariant($"请写明修改的理由，最多 {most} 个字。");
    }

    public static string NoSuchVersion(string version)
    {
        return $"没有版本 {version}：请用 History 查看有哪些版本。";
    }

    public static string NoSuchRule(string id)
    {
        return $"没有编号为 {id} 的规则。";
    }
}
