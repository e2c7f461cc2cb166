using System.Text.RegularExpressions;
using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>The files of an overlay as one text, as people edit it: before each file stands a line such as "# ===== table3.yaml =====". An
/// overlay of one file with the usual name needs no such line. Immutable.</summary>
public sealed partial class OverlayText
{
    /// <summary>The file of lines that stand below no name.</summary>
    public const string UsualPath = "local.yaml";

    private readonly IReadOnlyList<Part> _parts;

    private OverlayText(IReadOnlyList<Part> parts, IReadOnlyList<RuleFile> original)
    {
        _parts = parts;
        Files = [.. parts.Select(part => FileOf(part, original))];
    }

    /// <summary>The files, in the order of the text.</summary>
    public IReadOnlyList<RuleFile> Files { get; }

    /// <summary>Puts the files together.</summary>
    public static string Write(IReadOnlyList<RuleFile> files)
    {
        return files is [{ Path: UsualPath } only]
            ? Tidy(only.Text)
            : string.Concat(files.Select(file => $"# ===== {file.Path} =====\n{Tidy(file.Text)}"));
    }

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text, with line ends of any kind.</param>
    /// <param name="original">The files that the text was made from: one of which only line ends differ stays byte for byte.</param>
    public static OverlayText Read(string text, IReadOnlyList<RuleFile> original)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        // Without any name it can only be the one file that there is.
        var path = original is [var only] ? only.Path : UsualPath;
        var parts = new List<Part>();
        var first = 0;
        for (var line = 0; line <= lines.Length; line++)
        {
            var name = line < lines.Length ? NameLine().Match(lines[line]) : null;
            if (name is { Success: false })
            {
                continue;
            }

            var content = Tidy(string.Join('\n', lines[first..line]));
            if (content.Length > 0)
            {
                parts.Add(new Part(path, first, content));
            }

            (path, first) = (name?.Groups["path"].Value ?? "", line + 1);
        }

        return new OverlayText(parts, original);
    }

    /// <summary>The line of the whole text, from 1, that a line of a file is; the first line of the file for line 0.</summary>
    public int LineOf(string path, int line)
    {
        var part = _parts.FirstOrDefault(part => part.Path == path);
        return (part?.LinesBefore ?? 0) + Math.Max(line, 1);
    }

    private static RuleFile FileOf(Part part, IReadOnlyList<RuleFile> original)
    {
        return original.FirstOrDefault(file => file.Path == part.Path && Tidy(file.Text) == part.Text)
            ?? new RuleFile { Path = part.Path, Text = part.Text };
    }

    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n');
        return string.IsNullOrWhiteSpace(lines) ? "" : lines + "\n";
    }

    [GeneratedRegex(@"^# ?={3,} (?<path>\S+\.ya?ml) ={3,}\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NameLine();

    /// <summary>A file in the text.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="LinesBefore">How many lines of the text stand before its first.</param>
    /// <param name="Text">Its text.</param>
    private sealed record Part(string Path, int LinesBefore, string Text);
}
