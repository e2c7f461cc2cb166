using Validation.Client.Drafts;

namespace Validation.Cli.Commands;

/// <summary>Turns what the user wrote into drafts: files, folders, the standard input.</summary>
/// <param name="terminal">Where the standard input comes from and messages go.</param>
/// <param name="recursive">Whether folders are taken with their subfolders.</param>
internal sealed class DraftList(Terminal terminal, bool recursive)
{
    private const string StandardInput = "-";

    /// <summary>The file of last year's report of the only draft. Null: none was named.</summary>
    public string? Prior { get; init; }

    /// <summary>Finds the drafts in the order written; those of a folder sorted by path, each with last year's report where that lies
    /// beside it. No content is read, but that of the standard input.</summary>
    /// <returns>Null: a folder has no drafts, which was said.</returns>
    public async Task<IReadOnlyList<Draft>?> OfAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var drafts = new List<Draft>(arguments.Count);
        foreach (var argument in arguments)
        {
            if (string.Equals(argument, StandardInput, StringComparison.Ordinal))
            {
                drafts.Add(await ReadInputAsync(cancellationToken));
            }
            else if (!Directory.Exists(argument))
            {
                drafts.Add(Draft.FromFile(argument));
            }
            else if (DraftFolder.Find(argument, recursive) is { Count: > 0 } paths)
            {
                drafts.AddRange(paths.Select(path => Draft.FromFile(path).ComparedWithNeighbour()));
            }
            else
            {
                await terminal.Error.WriteLineAsync(WhyNone(argument));
                return null;
            }
        }

        return Prior is null ? drafts : drafts.ConvertAll(draft => draft.ComparedWith(Draft.FromFile(Prior)));
    }

    private string WhyNone(string folder)
    {
        if (DraftFolder.Find(folder, recursive) is null)
        {
            return CommandTexts.FolderUnreadable(folder);
        }

        return recursive ? CommandTexts.NoDrafts(folder) : CommandTexts.NoDraftsHere(folder);
    }

    private async Task<Draft> ReadInputAsync(CancellationToken cancellationToken)
    {
        await using var input = terminal.Input();
        using var content = new MemoryStream();
        await input.CopyToAsync(content, cancellationToken);
        return Draft.FromBytes(CommandTexts.StandardInput, content.GetBuffer().AsMemory(0, (int)content.Length));
    }
}
