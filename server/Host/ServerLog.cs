using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server;

/// <summary>Everything that the service logs. No line holds text of a document; file names and ids stand at Debug only.</summary>
internal static partial class ServerLog
{
    private const int MostOfAName = 200;

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

    [LoggerMessage(EventId = 6, EventName = nameof(CertificateReloaded), Level = LogLevel.Information,
        Message = "证书 {Path} 已更新，有效期至 {Ends:yyyy-MM-dd HH:mm}")]
    public static partial void CertificateReloaded(ILogger log, string path, DateTime ends);

    [LoggerMessage(EventId = 7, EventName = nameof(CertificateKept), Level = LogLevel.Warning, Message = "继续使用原来的证书：{Reason}")]
    public static partial void CertificateKept(ILogger log, string reason);

    /// <summary>A reply is ready.</summary>
    public static void Checked(ILogger log, Draft draft, ValidateReply reply, int bytes, TimeSpan elapsed)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            var errors = reply.Findings.Count(finding => finding.Severity == Level.Error);
            var warnings = reply.Findings.Count(finding => finding.Severity == Level.Warning);
            var format = reply.Provenance?.DocumentFormat ?? "";
            var milliseconds = elapsed.TotalMilliseconds;
            Checked(log, reply.Verdict, reply.Reason, errors, warnings, reply.Findings.Count, milliseconds, bytes, format);
        }

        if (log.IsEnabled(LogLevel.Debug))
        {
            var id = OutsideText.Line(draft.Id, MostOfAName);
            var fileName = OutsideText.Line(draft.FileName, MostOfAName);
            Named(log, id, fileName, reply.Verdict);
        }
    }

    [LoggerMessage(EventId = 12, EventName = nameof(TimedOut), Level = LogLevel.Warning, Message = "校验超过 {Limit} 毫秒，已放弃")]
    public static partial void TimedOut(ILogger log, double limit);

    [LoggerMessage(EventId = 13, EventName = nameof(Turned), Level = LogLevel.Warning,
        Message = "拒绝了 {Principal} 的一份文档（{Why}）：正在校验和等候的有 {Taken} 份")]
    public static partial void Turned(ILogger log, RefusalKind why, Principal principal, long taken);

    [LoggerMessage(EventId = 17, EventName = nameof(ConnectionClosed), Level = LogLevel.Warning,
        Message = "关闭了 {Principal} 的一个连接：连接过多，现有 {Taken} 个")]
    public static partial void ConnectionClosed(ILogger log, Principal principal, long taken);

    [LoggerMessage(EventId = 14, EventName = nameof(CheckFailed), Level = LogLevel.Error, Message = "校验引擎出错：{Fault}")]
    public static partial void CheckFailed(ILogger log, string fault);

    [LoggerMessage(EventId = 15, EventName = nameof(DoesNotStop), Level = LogLevel.Warning,
        Message = "已放弃的校验过了 {Seconds} 秒仍未停下，暂时少了一个校验位置")]
    public static partial void DoesNotStop(ILogger log, double seconds);

    [LoggerMessage(EventId = 16, EventName = nameof(ReaderUnavailable), Level = LogLevel.Warning, Message = "{Why}")]
    public static partial void ReaderUnavailable(ILogger log, string why);

    [LoggerMessage(EventId = 17, EventName = nameof(ReaderLost), Level = LogLevel.Warning,
        Message = "读取 PDF 的子进程在读第 {Documents} 份文档时结束了，这份文档没有读成；已换用新的子进程")]
    public static partial void ReaderLost(ILogger log, int documents);

    [LoggerMessage(EventId = 20, EventName = nameof(BatchEnded), Level = LogLevel.Information, Message = "批量校验结束：{Documents} 份文档")]
    public static partial void BatchEnded(ILogger log, int documents);

    [LoggerMessage(EventId = 21, EventName = nameof(CallRefused), Level = LogLevel.Information, Message = "调用未完成：{Status}")]
    public static partial void CallRefused(ILogger log, StatusCode status);

    [LoggerMessage(EventId = 22, EventName = nameof(CallFailed), Level = LogLevel.Error, Message = "调用出错：{Fault}")]
    public static partial void CallFailed(ILogger log, string fault);

    [LoggerMessage(EventId = 10, EventName = nameof(Checked), Level = LogLevel.Information,
        Message = "校验完成：{Verdict} {Reason}，错误 {Errors}，警告 {Warnings}，共 {Findings}；{Elapsed:F1} 毫秒，{Bytes} 字节，格式 {Format}")]
    private static partial void Checked(
        ILogger log, Verdict verdict, Reason reason, int errors, int warnings, int findings, double elapsed, int bytes, string format);

    [LoggerMessage(EventId = 11, EventName = nameof(Named), Level = LogLevel.Debug, Message = "文档 {Id}（{FileName}）：{Verdict}")]
    private static partial void Named(ILogger log, string id, string fileName, Verdict verdict);
}
