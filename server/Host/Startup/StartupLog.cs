
namespace Validation.Server.Startup;

/// <summary>What is logged about the start and the end of the server.</summary>
internal static partial class StartupLog
{
    [LoggerMessage(EventId = 1, EventName = nameof(Started), Level = LogLevel.Information,
        Message = "年报校验服务已启动：{Addresses}；规则集 {RuleSetVersion}；引擎 {EngineVersion}")]
    public static partial void Started(ILogger log, string addresses, string ruleSetVersion, string engineVersion);

    [LoggerMessage(EventId = 2, EventName = nameof(Stopping), Level = LogLevel.Information, Message = "服务正在停止")]
    public static partial void Stopping(ILogger log);

    [LoggerMessage(EventId = 3, EventName = nameof(Stopped), Level = LogLevel.Information, Message = "服务已停止")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(EventId = 4, EventName = nameof(WarmedUp), Level = LogLevel.Debug, Message = "预热完成")]
    public static partial void WarmedUp(ILogger log);

    [LoggerMessage(EventId = 5, EventName = nameof(WarmUpFailed), Level = LogLevel.Warning, Message = "预热未完成：{Fault}")]
    public static partial void WarmUpFailed(ILogger log, string fault);

    [LoggerMessage(EventId = 60, EventName = nameof(AccessUndecided), Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void AccessUndecided(ILogger log, string warning);
}
