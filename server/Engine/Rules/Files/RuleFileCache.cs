using System.Collections.Concurrent;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Keeps files that were read, with their compiled rules: from one publication to the next, the national set stays the same.
/// Thread-safe.</summary>
internal static class RuleFileCache
{
    // As many as several rule sets have. A file that is dropped is read again.
    private const int MostFiles = 128;
    private const long MostCharacters = 8 << 20;

    private static readonly ConcurrentDictionary<(string Path, string Text, bool IsLocal), ReadFile> Files = new();

    /// <summary>Reads a file, or takes it from the cache; what is wrong in it goes to the problems either way.</summary>
    public static RuleFileContent Read(RuleFile file, bool isLocal, ProblemList problems)
    {
        var key = (file.Path, file.Text, isLocal);
        if (!Files.TryGetValue(key, out var read))
        {
            var found = new ProblemList();
            read = new ReadFile(RuleFileReader.Read(file, isLocal, found), found.Problems);
            Keep(key, read);
        }

        problems.AddRange(read.Problems);
        return read.Content;
    }

    private static void Keep((string Path, string Text, bool IsLocal) key, ReadFile read)
    {
        if (Files.Count >= MostFiles || Files.Keys.Sum(kept => (long)kept.Text.Length) + key.Text.Length > MostCharacters)
        {
            Files.Clear();
        }

        if (key.Text.Length <= MostCharacters)
        {
            Files[key] = read;
        }
    }

    private sealed record ReadFile(RuleFileContent Content, IReadOnlyList<RuleProblem> Problems);
}
