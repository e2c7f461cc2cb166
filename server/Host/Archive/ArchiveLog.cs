namespace Validation.Server.Archive;

/// <summary>What is logged about the archive.</summary>
internal static partial class ArchiveLog
{
    [LoggerMessage(EventId = 66, EventName = nameof(NotReadAgain), Level = LogLevel.Warning, Message = "归档报告 {Id}：{Problem}")]
    public static partial void NotReadAgain(ILogger log, string id, string problem);
}
