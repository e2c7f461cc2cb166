namespace Validation.Client.Drafts;

/// <summary>The names of copies with comments. A file with such a name is no draft, so that a folder with drafts may hold them.</summary>
public static class AnnotatedName
{
    private const string End = "（批注）.docx";

    /// <summary>The name for the copy of a draft, such as "2024年年报（批注）.docx".</summary>
    /// <param name="draft">The draft's file name.</param>
    /// <param name="number">Tells copies of drafts with one name apart; 1: the first.</param>
    public static string Of(string draft, int number = 1)
    {
        var name = Path.GetFileNameWithoutExtension(draft);
        return number == 1 ? name + End : FormattableString.Invariant($"{name}-{number}{End}");
    }

    /// <summary>Whether a file has such a name.</summary>
    public static bool Is(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(End, StringComparison.OrdinalIgnoreCase);
    }
}
