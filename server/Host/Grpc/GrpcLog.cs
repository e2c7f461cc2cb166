
namespace Validation.Server.Grpc;

/// <summary>What is logged about calls of gRPC.</summary>
internal static partial class GrpcLog
{
    [LoggerMessage(EventId = 20, EventName = nameof(BatchEnded), Level = LogLevel.Information, Message = "批量校验结束：{Documents} 份文档")]
    public static partial void BatchEnded(ILogger log, int documents);

    [LoggerMessage(EventId = 39, EventName = nameof(Watching), Level = LogLevel.Debug, Message = "{Watchers} 个客户端在等候新版本")]
    public static partial void Watching(ILogger log, int watchers);
}
