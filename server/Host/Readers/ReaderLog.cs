
namespace Validation.Server.Readers;

/// <summary>What is logged about the processes that read PDF.</summary>
internal static partial class ReaderLog
{
    [LoggerMessage(EventId = 16, EventName = nameof(ReaderUnavailable), Level = LogLevel.Warning, Message = "{Why}")]
    public static partial void ReaderUnavailable(ILogger log, string why);

    [LoggerMessage(EventId = 17, EventName = nameof(ReaderLost), Level = LogLevel.Warning,
        Message = "读取 PDF 的子进程在读第 {Documents} 份文档时结束了，这份文档没有读成；已换用新的子进程")]
    public static partial void ReaderLost(ILogger log, int documents);
}
