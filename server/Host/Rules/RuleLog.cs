
namespace Validation.Server.Rules;

/// <summary>What is logged about the rules in force.</summary>
internal static partial class RuleLog
{
    [LoggerMessage(EventId = 30, EventName = nameof(RulesInForce), Level = LogLevel.Information,
        Message = "规则集 {Version} 生效，此前是 {Previous}（SHA-256 {Sha256}）")]
    public static partial void RulesInForce(ILogger log, string version, string previous, string sha256);

    [LoggerMessage(EventId = 31, EventName = nameof(RuleTrouble), Level = LogLevel.Warning, Message = "规则：{Problem}")]
    public static partial void RuleTrouble(ILogger log, string problem);

    [LoggerMessage(EventId = 32, EventName = nameof(RuleTroubleOver), Level = LogLevel.Information, Message = "规则：已恢复正常")]
    public static partial void RuleTroubleOver(ILogger log);

    [LoggerMessage(EventId = 33, EventName = nameof(RuleFailsOften), Level = LogLevel.Warning,
        Message = "规则 {RuleId} 反复出错：最近 {Checks} 次校验中 {Failed} 次，来自 {Principals} 个来源")]
    public static partial void RuleFailsOften(ILogger log, string ruleId, long failed, long checks, int principals);

    [LoggerMessage(EventId = 38, EventName = nameof(ListenFailed), Level = LogLevel.Debug,
        Message = "规则库的通知中断，{Seconds} 秒后重新连接：{Detail}")]
    public static partial void ListenFailed(ILogger log, string detail, double seconds);
}
