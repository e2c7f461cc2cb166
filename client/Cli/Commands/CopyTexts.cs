using static System.FormattableString;

namespace Validation.Cli.Commands;

/// <summary>What is said of copies with comments.</summary>
internal static class CopyTexts
{
    public const string TargetName = "文件或文件夹";
    public const string TargetDescription =
        "另写一份带批注的 docx：每个问题一条 Word 批注，写在对应的格子或句子上，其余一字不动。检查多份草稿时写文件夹。草稿本身不改。";

    public const string ForceDescription = "--annotate 的文件已经存在时覆盖它；草稿本身永远不会被覆盖。";
    public const string ForceAlone = "--force 要和 --annotate 一起用。";

    public static string TargetIsDraft(string file) => $"“{file}”就是草稿本身，不能覆盖；请换一个文件名。";

    public static string TargetExists(string file) => $"“{file}”已经存在；要覆盖它，请加 --force。";

    public static string TargetIsFile(string target) => $"“{target}”是文件；检查多份草稿时，--annotate 后面要写文件夹。";

    public static string NotWritten(string file) => $"“{file}”写不进去，请核对路径和权限。";

    public static string Written(int comments, string file) => Invariant($"批注 {comments} 条：{file}");

    public static string NotAnnotated(string draft, string reason) => $"{draft} 没有写成批注：{reason}";
}
