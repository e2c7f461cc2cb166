namespace Validation.Tests.Desktop;

/// <summary>The log of a program that is still writing it.</summary>
internal static class ProgramLog
{
    /// <summary>The lines that are written to their end; none where there is no log yet.</summary>
    public static IReadOnlyList<string> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var text = File.ReadAllText(file);
        return text[..(text.LastIndexOf('\n') + 1)].ReplaceLineEndings("\n").Split('\n')[..^1];
    }
}
