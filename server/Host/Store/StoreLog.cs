
namespace Validation.Server.Store;

/// <summary>What is logged about the store.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(EventId = 37, EventName = nameof(StoreFailed), Level = LogLevel.Warning, Message = "规则库：{Detail}")]
    public static partial void StoreFailed(ILogger log, string detail);
}
