using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Validation.V1;

namespace Validation.Server.Store;

/// <summary>Names files by a digest of their content, to know equal content and to notice damage.</summary>
internal static class FileDigest
{
    /// <summary>SHA-256 over paths and texts, whatever the order of the files: 64 lower case hexadecimal digits. The lists are told apart:
    /// a file that moves from one to the other changes the digest.</summary>
    public static string Of(params IReadOnlyList<RuleFile>[] lists)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var files in lists)
        {
            Add(hash, files.Count);
            foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                Add(hash, file.Path);
                Add(hash, file.Text);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
