namespace Validation.Server.Access;

/// <summary>What is logged about keys and rights. No line holds a key.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(EventId = 36, EventName = nameof(Audited), Level = LogLevel.Information,
        Message = "审计：{Action} {Outcome}，{Principal}，来自 {Address} {Detail}")]
    public static partial void Audited(ILogger log, string action, string outcome, string principal, string address, string detail);

    [LoggerMessage(EventId = 61, EventName = nameof(KeysFromFile), Level = LogLevel.Warning,
        Message = "规则库无法使用，沿用上次已知的 {Count} 个密钥")]
    public static partial void KeysFromFile(ILogger log, int count);

    [LoggerMessage(EventId = 62, EventName = nameof(KeysNotKept), Level = LogLevel.Warning,
        Message = "密钥的摘要无法保存到数据文件夹，规则库无法使用时重启会不认识密钥：{Detail}")]
    public static partial void KeysNotKept(ILogger log, string detail);

    [LoggerMessage(EventId = 63, EventName = nameof(PlainRefused), Level = LogLevel.Information,
        Message = "拒绝来自 {Address} 的未加密连接：它不在 Validation:TrustedProxies 中")]
    public static partial void PlainRefused(ILogger log, string address);

    [LoggerMessage(EventId = 64, EventName = nameof(Forgotten), Level = LogLevel.Information,
        Message = "审计：删除了 {Before:yyyy-MM-dd} 以前的 {Count} 条记录（Validation:AuditTime）")]
    public static partial void Forgotten(ILogger log, int count, DateTimeOffset before);

    [LoggerMessage(EventId = 65, EventName = nameof(KeyRevokedAgain), Level = LogLevel.Warning,
        Message = "密钥 {Id} 以前已经收回，但规则库中没有收回的记录（可能是从较早的备份恢复的）：已再次收回")]
    public static partial void KeyRevokedAgain(ILogger log, string id);
}
