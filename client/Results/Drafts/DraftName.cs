namespace Validation.Client.Drafts;

/// <summary>What a draft is called and where it stands: all that its result needs to know of it. Immutable.</summary>
/// <param name="name">The file's name without its folder, such as "2024年年报.docx".</param>
/// <param name="path">The file's path as it was given; null: the draft did not come from a file.</param>
public class DraftName(string name, string? path = null)
{
    /// <summary>The file's name without its folder, such as "2024年年报.docx".</summary>
    public string Name { get; } = name;

    /// <summary>The file's path as it was given; null: the draft did not come from a file.</summary>
    public string? FilePath { get; } = path;

    /// <summary>The name of the file of last year's report that goes with the draft. Null: none does.</summary>
    public string? PriorName { get; init; }
}
