using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>What is logged about connections that are not let in.</summary>
internal static partial class AdmissionLog
{
    [LoggerMessage(EventId = 17, EventName = nameof(ConnectionClosed), Level = LogLevel.Warning,
        Message = "关闭了 {Principal} 的一个连接：连接过多，现有 {Taken} 个")]
    public static partial void ConnectionClosed(ILogger log, Principal principal, long taken);
}
