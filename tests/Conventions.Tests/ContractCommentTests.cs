using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

public sealed partial class ContractCommentTests
{
    private static readonly List<string> Contract =
        [.. Repository.ProtoFiles.Where(file => Repository.Relative(file).StartsWith("protos/", StringComparison.Ordinal))];

    [Fact]
    public void Declarations_InTheContract_AreCommented()
    {
        Contract.ShouldNotBeEmpty();
        Contract.SelectMany(Uncommented).ShouldBeEmpty("say what it means, its unit and an example");
    }

    [Fact]
    public void ProtoFiles_OfTheContract_HaveAVersionedPackage()
    {
        Contract.Where(file => !IsForeign(file) && !VersionedPackage().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative)
            .ShouldBeEmpty();
    }

    /// <summary>Protocols of gRPC itself, whose names others have given.</summary>
    private static bool IsForeign(string file)
    {
        return Repository.Relative(file).StartsWith("protos/grpc/", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Uncommented(string file)
    {
        var lines = File.ReadAllLines(file);
        return
            from number in Enumerable.Range(1, lines.Length - 1)
            where Declaration().IsMatch(lines[number]) && !lines[number - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)
            select $"{Repository.Relative(file)}:{number + 1}";
    }

    [GeneratedRegex(
        @"^\s*(message|enum|service|rpc|oneof)\s+\w+|^\s*[\w.<>, ]+\s*=\s*\d+\s*(\[.*\])?;",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^package [a-z_.]+\.v\d+;$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex VersionedPackage();
}
