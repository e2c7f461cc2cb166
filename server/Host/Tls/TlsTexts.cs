namespace Validation.Server.Tls;

/// <summary>What is wrong with the certificates that are configured.</summary>
internal static class TlsTexts
{
    public const string AuthorityMissing =
        "配置项 Validation:ClientCertificates:Mode 要求核对客户端证书，但没有签发机构：请在 Validation:ClientCertificates:CaPath 配置 PEM 文件。";

    public static string CertificateUnreadable(string path, string detail)
    {
        return $"证书 {path} 无法读取：请检查 Validation:Certificate 的 Path、KeyPath 和 Password（{detail}）。";
    }

    public static string AuthorityUnreadable(string path, string detail)
    {
        return $"签发机构的证书 {path} 无法读取：请检查 Validation:ClientCertificates:CaPath（{detail}）。";
    }
}
