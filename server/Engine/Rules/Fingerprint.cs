using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Makes the name of a finding by which it is known again when lines move: of rule and cells, or words.</summary>
internal static class Fingerprint
{
    private const int Bytes = 8;

    /// <summary>The fingerprint: 16 hexadecimal digits, the same as long as rule and cells (or words) are.</summary>
    public static string Of(string ruleId, Match match)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, ruleId);
        Append(hash, "|");
        if (match.Cells.Count == 0)
        {
            Append(hash, $"{match.Section}|{match.Subject}");
        }

        for (var i = 0; i < match.Cells.Count; i++)
        {
            Append(hash, i == 0 ? string.Empty : ",");
            Append(hash, match.Cells[i].Template!.Path);
        }

        return Hex(hash);
    }

    /// <summary>Gives findings with the same fingerprint different ones: the second one gets another, and so on.</summary>
    public static void MakeUnique(IReadOnlyList<Finding> findings)
    {
        foreach (var same in findings.GroupBy(finding => finding.Fingerprint, StringComparer.Ordinal))
        {
            foreach (var (finding, number) in same.Select((finding, i) => (finding, i)).Skip(1))
            {
                finding.Fingerprint = Hash(finding.Fingerprint + number.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static string Hash(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, text);
        return Hex(hash);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        const int Piece = 256;
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Piece)];
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var piece = Characters.Start(rest, Piece);
            hash.AppendData(bytes[..Encoding.UTF8.GetBytes(piece, bytes)]);
            rest = rest[piece.Length..];
        }
    }

    private static string Hex(IncrementalHash hash)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..Bytes]);
    }
}
