using static System.FormattableString;

namespace Validation.Server.Store;

/// <summary>What is wrong with the store, or with a backup of it.</summary>
internal static class StoreTexts
{
    public const string BackupDamaged = "备份不完整或者已经损坏，没有恢复。";
    public const string BackupTooNew = "备份是更新的程序做的，本程序不能恢复。";
    public const string StoreNotFresh = "这里的规则库已经发布过规则或者归档过报告，不能再用备份覆盖：请用新的数据文件夹或者空的数据库启动服务，再恢复。";

    public static string StoreReplaced(string name)
    {
        return $"规则库（{name}）的文件在服务运行时被删除、替换或损坏，写入的内容没有读回来。";
    }

    public const string NoSuchPage = "page_token 无法识别：请原样使用上一次答复中的 next_page_token。";

    public static string StoreFailed(string database)
    {
        return $"规则库（{database}）无法使用，原因见服务器日志。";
    }

    public static string StoreSilent(string database, TimeSpan patience)
    {
        return Invariant($"规则库（{database}）{patience.TotalSeconds:0.#} 秒没有答复：它所在的磁盘可能已停止响应，请联系管理员。");
    }

    public static string StoreFull(string database)
    {
        return $"规则库（{database}）所在的磁盘已满，没有保存，请联系管理员。";
    }

    public static string StoreDamaged(string version)
    {
        return $"规则库中 {version} 的内容已损坏：请恢复规则库的备份。";
    }

    public static string OriginalDamaged(string id)
    {
        return $"归档报告 {id} 的原件读不出来：已损坏，或者刚被删除。";
    }

    public static string StoreTooNew(int found, int known)
    {
        return Invariant($"规则库是更新的程序建立的（结构版本 {found}，本程序只认识到 {known}）：请升级本程序。");
    }
}
