using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>What is logged about checks. No line holds text of a document; file names and ids stand at Debug only.</summary>
internal static partial class CheckLog
{
    private const int MostOfAName = 200;

    /// <summary>A reply is ready.</summary>
    public static void Checked(ILogger log, SubmittedDraft draft, ValidateReply reply, int bytes, TimeSpan elapsed)
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
            var id = SentText.Line(draft.Id, MostOfAName);
            var fileName = SentText.Line(draft.FileName, MostOfAName);
            Named(log, id, fileName, reply.Verdict);
        }
    }

    [LoggerMessage(EventId = 12, EventName = nameof(TimedOut), Level = LogLevel.Warning, Message = "校验超过 {Limit} 毫秒，已放弃")]
    public static partial void TimedOut(ILogger log, double limit);

    [LoggerMessage(EventId = 13, EventName = nameof(Turned), Level = LogLevel.Warning,
        Message = "拒绝了 {Principal} 的一份文档（{Why}）：正在校验和等候的有 {Taken} 份")]
    public static partial void Turned(ILogger log, RefusalKind why, Principal principal, long taken);

    [LoggerMessage(EventId = 14, EventName = nameof(CheckFailed), Level = LogLevel.Error, Message = "校验引擎出错：{Fault}")]
    public static partial void CheckFailed(ILogger log, string fault);

    [LoggerMessage(EventId = 15, EventName = nameof(DoesNotStop), Level = LogLevel.Warning,
        Message = "已放弃的校验过了 {Seconds} 秒仍未停下，暂时少了一个校验位置")]
    public static partial void DoesNotStop(ILogger log, double seconds);

    [LoggerMessage(EventId = 10, EventName = nameof(Checked), Level = LogLevel.Information,
        Message = "校验完成：{Verdict} {Reason}，错误 {Errors}，警告 {Warnings}，共 {Findings}；{Elapsed:F1} 毫秒，{Bytes} 字节，格式 {Format}")]
    private static partial void Checked(
        ILogger log, Verdict verdict, Reason reason, int errors, int warnings, int findings, double elapsed, int bytes, string format);

    [LoggerMessage(EventId = 11, EventName = nameof(Named), Level = LogLevel.Debug, Message = "文档 {Id}（{FileName}）：{Verdict}")]
    private static partial void Named(ILogger log, string id, string fileName, Verdict verdict);
}
