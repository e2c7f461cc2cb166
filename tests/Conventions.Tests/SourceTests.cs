using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

public sealed partial class SourceTests
{
    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "take the time from a TimeProvider")]
    [InlineData(@"\bThread\.Sleep\b", "await something, with a time-out")]
    [InlineData(@"//.*\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b", "do it, or write an issue")]
    [InlineData(@"^\s*#region\b", "split the file")]
    [InlineData(@"^\s*//\s*[-=*#]{4,}", "name things instead of drawing lines")]
    [InlineData(@"\b(class|interface|record|struct) \w+(Manager|Helper|Helpers|Util|Utils)\b", "say what it is")]
    public void CSharpFiles_InTheTree_AvoidWhatTheHouseAvoids(string pattern, string instead)
    {
        var avoided = new Regex(pattern, RegexOptions.NonBacktracking);
        var found =
            from file in Repository.CSharpFiles
            where Path.GetFileName(file) != "SourceTests.cs"
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where avoided.IsMatch(line.Text)
            select $"{Repository.Relative(file)}:{line.Number}";
        found.ShouldBeEmpty(instead);
    }

    [Fact]
    public void StatusesOfGrpc_InTheServer_StandAtItsDoorOnly()
    {
        var found =
            from file in Repository.CSharpFiles
            let path = Repository.Relative(file)
            where path.StartsWith("server/", StringComparison.Ordinal) && !path.StartsWith("server/Host/Grpc/", StringComparison.Ordinal)
            where GrpcStatus().IsMatch(File.ReadAllText(file))
            select path;
        found.ShouldBeEmpty("inside, what was refused is an Outcome");
    }

    [Fact]
    public void CSharpFiles_InTheTree_HaveFileScopedNamespaces()
    {
        Repository.CSharpFiles.Where(file => File.ReadLines(file).Any(line => BlockNamespace().IsMatch(line)))
            .Select(Repository.Relative)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Tests_InTheTree_AreNamedSubjectStateExpectation()
    {
        var names =
            from file in Repository.CSharpFiles
            where Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal)
            from Match test in TestMethod().Matches(File.ReadAllText(file))
            select $"{Repository.Relative(file)}: {test.Groups["name"].Value}";
        var all = names.ToList();
        all.ShouldNotBeEmpty();
        all.Where(name => !TestName().IsMatch(name)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\bRpcException\b|\bGrpc\.Core\b", RegexOptions.NonBacktracking)]
    private static partial Regex GrpcStatus();

    [GeneratedRegex(@"^namespace [^;]*$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(
        @"^\s+\[(?:\w*Fact|\w*Theory|Property)\b(?:.*\n)(?:\s+\[.*\n)*\s+public (?:async )?\w+ (?<name>\w+)\(",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TestMethod();

    [GeneratedRegex(@": [A-Z]\w*_\w+$", RegexOptions.NonBacktracking)]
    private static partial Regex TestName();
}
