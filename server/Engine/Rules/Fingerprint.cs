using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>Names a finding by rule and cells or words, so that it is known again when lines move.</summary>
internal static class Fingerprint
{
    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits.</summary>
    public static string Of(string ruleId, Match match)
    {
        var subject = match.Cells.Count > 0 ? string.Join(',', match.Cells.Select(cell => cell.Template!.Path)) : $"{match.Section}|{match.Subject}";
        return Hash($"{ruleId}|{subject}");
    }

    /// <summary>Tells findings apart that say the same of the same: the second gets another fingerprint, and so on.</summary>
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

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
