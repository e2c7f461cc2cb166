
namespace Validation.Server.Tls;

/// <summary>What is logged about certificates.</summary>
internal static partial class TlsLog
{
    [LoggerMessage(EventId = 6, EventName = nameof(CertificateReloaded), Level = LogLevel.Information,
        Message = "证书 {Path} 已更新，有效期至 {Ends:yyyy-MM-dd HH:mm}")]
    public static partial void CertificateReloaded(ILogger log, string path, DateTime ends);

    [LoggerMessage(EventId = 7, EventName = nameof(CertificateKept), Level = LogLevel.Warning, Message = "继续使用原来的证书：{Reason}")]
    public static partial void CertificateKept(ILogger log, string reason);
}
