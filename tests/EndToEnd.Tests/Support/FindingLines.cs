using Google.Protobuf;
using Google.Protobuf.Reflection;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>Findings as the example clients print them: rule id, severity, cells.</summary>
internal static class FindingLines
{
    /// <summary>The lines that an example client prints for one file.</summary>
    public static IEnumerable<string> Of(string file, ValidateReply reply)
    {
        var verdict = ValidatorReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(Verdict)).FindValueByNumber((int)reply.Verdict);
        return reply.Findings.Select(Line).Prepend($"#\t{Path.GetFileName(file)}\t{verdict.Name}\t{reply.ReasonText}");
    }

    public static ValidateRequest Request(string file)
    {
        using var content = File.OpenRead(file);
        return new ValidateRequest { FileName = Path.GetFileName(file), Content = ByteString.FromStream(content) };
    }

    private static string Line(Finding finding)
    {
        var severities = FindingReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(Level));
        var severity = severities.FindValueByNumber((int)finding.Severity);
        return $"{finding.RuleId}\t{severity.Name}\t{string.Join(' ', finding.Cells.Select(cell => cell.Path))}";
    }
}
