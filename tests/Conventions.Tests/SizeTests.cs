using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

public sealed partial class SizeTests
{
    private const int SourceLines = 400;
    private const int TestLines = 500;
    private const int ProgramLines = 40;
    private const int BlockLines = 60;
    private const int LineCharacters = 140;

    [Fact]
    public void CSharpFiles_InTheTree_KeepTheirBudget()
    {
        Repository.CSharpFiles.Where(file => File.ReadLines(file).Count() > Budget(file)).Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Lines_InTheTree_FitTheScreen()
    {
        var wide =
            from file in Repository.CSharpFiles.Concat(Repository.ProtoFiles)
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where line.Text.Length > LineCharacters
            select $"{Repository.Relative(file)}:{line.Number}";
        wide.ShouldBeEmpty();
    }

    [Fact]
    public void Methods_InTheTree_FitOneScreen()
    {
        Repository.CSharpFiles.SelectMany(LongBlocks).ShouldBeEmpty();
    }

    private static int Budget(string file)
    {
        return Path.GetFileName(file) switch
        {
            "Program.cs" => ProgramLines,
            _ when Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal) => TestLines,
            _ => SourceLines,
        };
    }

    /// <summary>Blocks that belong to no type are methods or parts of them: braces stand on lines of their own.</summary>
    private static IEnumerable<string> LongBlocks(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var open = 1; open < lines.Length; open++)
        {
            if (lines[open].Trim() != "{" || IsType(lines, open))
            {
                continue;
            }

            var close = Array.FindIndex(lines, open, line => line.StartsWith(lines[open].Replace('{', '}'), StringComparison.Ordinal));
            if (close - open - 1 > BlockLines)
            {
                yield return $"{Repository.Relative(file)}:{open} has {close - open - 1} lines";
            }
        }
    }

    private static bool IsType(string[] lines, int open)
    {
        var indent = lines[open].Length - 1;
        var first = open - 1;
        while (first > 0 && lines[first].Length > indent && char.IsWhiteSpace(lines[first][indent]))
        {
            first--;
        }

        return TypeDeclaration().IsMatch(lines[first]);
    }

    [GeneratedRegex(
        @"^\s*[a-z ]*\b(class|record|struct|interface|enum|namespace)\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TypeDeclaration();
}
