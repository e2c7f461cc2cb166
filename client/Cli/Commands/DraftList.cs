using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>Turns what the user wrote into drafts: files, folders, the standard input.</summary>
/// <param name="terminal">Where the standard input comes from and messages go.</param>
/// <param name="recursive">Whether folders are taken with their subfolders.</param>
internal sealed class DraftList(Terminal terminal, bool recursive)
{
    private const string StandardInput = "-";

    /// <summary>The drafts in the order written; those of a folder sorted by path. Only the standard input is read already.</summary>
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
                drafts.AddRange(paths.Select(Draft.FromFile));
            }
            else
            {
                await terminal.Error.WriteLineAsync(WhyNone(argument));
                return null;
            }
        }

        return drafts;
    }

    private string WhyNone(string folder)
    {
        if (DraftFolder.Find(folder, recursive) is null)
        {
            return Texts.FolderUnreadable(folder);
        }

        return recursive ? Texts.NoDrafts(folder) : Texts.NoDraftsHere(folder);
    }

    private async Task<Draft> ReadInputAsync(CancellationToken cancellationToken)
    {
        await using var input = terminal.Input();
        using var content = new MemoryStream();
        await input.CopyToAsync(content, cancellationToken);
        return Draft.FromBytes(Texts.StandardInput, content.GetBuffer().AsMemory(0, (int)content.Length));
    }
}
