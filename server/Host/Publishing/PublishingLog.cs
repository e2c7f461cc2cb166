using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Publishing;

/// <summary>What is logged about changes of the rules.</summary>
internal static partial class PublishingLog
{
    [LoggerMessage(EventId = 34, EventName = nameof(Published), Level = LogLevel.Information,
        Message = "{Action} {Version}，此前是 {Previous}，权限属于 {Principal}")]
    public static partial void Published(ILogger log, Action action, string version, string previous, string principal);

    [LoggerMessage(EventId = 35, EventName = nameof(PublishRefused), Level = LogLevel.Information,
        Message = "{Principal} 的发布被拒绝，仍是 {Version}")]
    public static partial void PublishRefused(ILogger log, string principal, string version);

    [LoggerMessage(EventId = 29, EventName = nameof(Proposed), Level = LogLevel.Information,
        Message = "{Principal} 提出修改规则，等另一人确认，仍是 {Version}")]
    public static partial void Proposed(ILogger log, string principal, string version);
}
