using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>The files of an overlay as one text, in the form that the page for writing rules takes.</summary>
internal static class ComposedOverlay
{
    private const string UsualPath = "local.yaml";

    /// <summary>Puts the files together: before each stands a line such as "# ===== table3.yaml =====", unless there is only the one with
    /// the usual name.</summary>
    public static string Write(IReadOnlyList<RuleFile> files)
    {
        return files is [{ Path: UsualPath } only]
            ? Ended(only.Text)
            : string.Concat(files.Select(file => $"# ===== {file.Path} =====\n{Ended(file.Text)}"));
    }

    // Forms send line ends of their own anyway.
    private static string Ended(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.Length == 0 || lines.EndsWith('\n') ? lines : lines + "\n";
    }
}
