using System.Globalization;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli.Administration;

/// <summary>What `validate admin` and `validate audit` say.</summary>
internal static class AdminTexts
{
    public const string BackupName = "备份文件";
    public const string AdminDescription = "供运行服务的人使用：查看每一台服务器，备份、核对备份、恢复，查看管理记录。";
    public const string ServersDescription = "逐一询问地址中的每一台服务器：用的是哪个规则集，是否正常，归档多少年报、重新读到哪里。几台的地址用逗号分开。";
    public const string ServersDisagree = "各台服务器的规则集不一样：刚刚发布时片刻如此是正常的，一直如此请查看各台的日志。";
    public const string BackupDescription = "备份：把服务保存的一切（每个版本的规则和修改记录）写进一个文件。服务照常工作；草稿从不保存，也不在其中。";
    public const string VerifyDescription = "核对：一个备份文件是不是完整、有没有损坏。不用连接服务。";
    public const string RestoreDescription = "恢复：把备份写进一台新的、还没有发布过规则的服务；要么全部恢复，要么什么也不变。";
    public const string BackupFileDescription = "备份文件";

    public static string BackupMade(string path, long rows, long bytes) => $"已备份到 {path}：{rows} 条记录，{bytes} 字节。";

    public static string BackupExists(string path) => $"没有备份：文件 {path} 已经存在，请换一个名称。";

    public static string BackupNotWritten(string path, string why) => $"没有备份：写不了文件 {path}（{why}）。";

    public static string BackupNotRead(string path, string why) => $"读不出备份文件 {path}（{why}）。";

    public static string BackupDamaged(string path) => $"{path} 不是完整的备份，或者已经损坏，不能用来恢复。";

    public static string BackupWhole(string path, string moment, long rows) => $"{path} 完整：{moment} 所做，{rows} 条记录。";

    public static string Restored(long rows, string version) => $"已恢复 {rows} 条记录，现在的规则集是 {version}。";

    public const string AuditDescription = "查看谁在何时从哪里做了什么，也包括被拒绝的（需要审计权限）。";
    public static string OnFile(ArchiveStatus archive) =>
        Invariant($"归档的年报：{archive.Reports} 份，其中现行的 {archive.Current} 份。");

    /// <summary>How far the engine is with reading originals again. Empty: there is nothing to read again.</summary>
    public static string Rereading(ArchiveStatus archive)
    {
        var failed = archive.Failed == 0 ? string.Empty : Invariant($"，{archive.Failed} 份原件读不出，仍用以前读出的");
        return archive.Waiting + archive.Failed == 0
            ? string.Empty
            : Invariant($"引擎 {archive.EngineVersion} 已重新读 {archive.Read} 份，等待 {archive.Waiting} 份{failed}。");
    }

    public const string NoAudit = "还没有记录。";

    public static string Times(long count) => count > 1 ? string.Create(CultureInfo.InvariantCulture, $"（这一分钟内 {count} 次）") : string.Empty;
}
