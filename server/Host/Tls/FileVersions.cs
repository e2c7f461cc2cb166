using Validation.Server.Options;

namespace Validation.Server.Tls;

/// <summary>Tells whether the certificate's files have changed.</summary>
internal readonly record struct FileVersions(DateTime Certificate, long CertificateBytes, DateTime Key, long KeyBytes)
{
    public static FileVersions Of(CertificateOptions options)
    {
        var (certificate, certificateBytes) = Version(options.Path);
        var (key, keyBytes) = options.KeyPath.Length == 0 ? default : Version(options.KeyPath);
        return new FileVersions(certificate, certificateBytes, key, keyBytes);
    }

    private static (DateTime Written, long Bytes) Version(string path)
    {
        try
        {
            var file = new FileInfo(path);
            // Container platforms replace files by changing a symbolic link.
            var real = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return real.Exists ? (real.LastWriteTimeUtc, real.Length) : default;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
