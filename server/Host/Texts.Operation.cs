namespace Validation.Server;

/// <summary>What is said to those who run the server.</summary>
internal static partial class Texts
{
    public const string BackupDamaged = "备份不完整或者已经损坏，没有恢复。";
    public const string BackupTooNew = "备份是更新的程序做的，本程序不能恢复。";
    public const string StoreNotFresh = "这里的规则库已经发布过规则，不能再用备份覆盖：请用新的数据文件夹或者空的数据库启动服务，再恢复。";

    public static string StoreReplaced(string name)
    {
        return $"规则库（{name}）的文件在服务运行时被删除、替换或损坏，写入的内容没有读回来。";
    }

    public static string CollectorInvalid(string endpoint)
    {
        return $"配置项 Validation:Telemetry:OtlpEndpoint 的值“{endpoint}”不是地址：请写成 http://127.0.0.1:4317 的样子。";
    }
}
