namespace Validation.Server.Outcomes;

/// <summary>What is logged about calls and requests that are not answered.</summary>
internal static partial class CallLog
{
    /// <summary>A call or request ended without an answer.</summary>
    /// <param name="log">The log.</param>
    /// <param name="status">The gRPC status that says why, by its name, such as "Unavailable"; for requests of HTTP too.</param>
    [LoggerMessage(EventId = 21, EventName = nameof(CallRefused), Level = LogLevel.Information, Message = "调用未完成：{Status}")]
    public static partial void CallRefused(ILogger log, string status);

    [LoggerMessage(EventId = 22, EventName = nameof(CallFailed), Level = LogLevel.Error, Message = "调用出错：{Fault}")]
    public static partial void CallFailed(ILogger log, string fault);
}
