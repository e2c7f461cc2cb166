using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server;

/// <summary>What is logged about the rules and where they are kept.</summary>
internal static partial class ServerLog
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

    [LoggerMessage(EventId = 34, EventName = nameof(Published), Level = LogLevel.Information,
        Message = "{Action} {Version}，此前是 {Previous}，权限属于 {Principal}")]
    public static partial void Published(ILogger log, Action action, string version, string previous, string principal);

    [LoggerMessage(EventId = 35, EventName = nameof(PublishRefused), Level = LogLevel.Information,
        Message = "{Principal} 的发布被拒绝，仍是 {Version}")]
    public static partial void PublishRefused(ILogger log, string principal, string version);

    [LoggerMessage(EventId = 29, EventName = nameof(Proposed), Level = LogLevel.Information,
        Message = "{Principal} 提出修改规则，等另一人确认，仍是 {Version}")]
    public static partial void Proposed(ILogger log, string principal, string version);

    [LoggerMessage(EventId = 37, EventName = nameof(StoreFailed), Level = LogLevel.Warning, Message = "规则库：{Detail}")]
    public static partial void StoreFailed(ILogger log, string detail);

    [LoggerMessage(EventId = 38, EventName = nameof(ListenFailed), Level = LogLevel.Debug,
        Message = "规则库的通知中断，{Seconds} 秒后重新连接：{Detail}")]
    public static partial void ListenFailed(ILogger log, string detail, double seconds);

    [LoggerMessage(EventId = 39, EventName = nameof(Watching), Level = LogLevel.Debug, Message = "{Watchers} 个客户端在等候新版本")]
    public static partial void Watching(ILogger log, int watchers);
}
