using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>One run of `validate rules show`.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="version">The version; empty: the one in force.</param>
/// <param name="json">Whether programs read it.</param>
internal sealed class ShowRun(RuleSession session, string version, bool json)
{
    private const string NationalFolder = "national";
    private const string OverlayFolderName = "overlay";

    /// <summary>Prints the rules by family.</summary>
    public Task<int> TableAsync(CancellationToken cancellationToken) => session.ShowAsync(
        session.Connection.GetRuleSetAsync(version, cancellationToken), json, new RuleTable(session).Write, _ => ExitCode.Done);

    /// <summary>Prints what the files say about one rule.</summary>
    public async Task<int> RuleAsync(string id, CancellationToken cancellationToken)
    {
        if (!(await session.Connection.GetRuleSetAsync(version, cancellationToken)).TryGet(out var content, out var failure))
        {
            return session.Fail(failure);
        }

        var blocks = RuleBlocks.Find(content.National.Concat(content.Overlay?.Files ?? []), id).ToList();
        if (blocks.Count == 0 && version.Length == 0)
        {
            // The layout of the file is unusual, so that the rule is not found here; the server knows it.
            var explained = (await session.Connection.ExplainAsync(id, cancellationToken)).Reply;
            blocks.AddRange(explained is { Text.Length: > 0 } ? [new RuleBlock(explained.File, explained.Line, explained.Text)] : []);
        }

        if (blocks.Count == 0)
        {
            await session.Terminal.Error.WriteLineAsync(RuleTexts.NoSuchRule(id, content.Version));
            return ExitCode.Refused;
        }

        if (json)
        {
            session.Json(Only(content, id));
            return ExitCode.Done;
        }

        blocks.ForEach(Print);
        return ExitCode.Done;
    }

    /// <summary>Writes the files of the overlay; with the national ones each in a folder of its own, so that these are not published
    /// again by mistake.</summary>
    public async Task<int> WriteAsync(OverlayFolder folder, string name, bool national, CancellationToken cancellationToken)
    {
        try
        {
            if (!folder.IsFree)
            {
                return session.NotRun(RuleTexts.FolderNotEmpty(name));
            }

            if (!(await session.Connection.GetRuleSetAsync(version, cancellationToken)).TryGet(out var content, out var failure))
            {
                return session.Fail(failure);
            }

            var overlay = content.Overlay?.Files ?? [];
            var stray = await folder.WriteAsync(national ? OverlayFolderName : string.Empty, overlay, cancellationToken);
            stray ??= national ? await folder.WriteAsync(NationalFolder, content.National, cancellationToken) : null;
            if (stray is not null)
            {
                return session.NotRun(RuleTexts.StrayPath(stray));
            }

            var edited = national ? Path.Combine(name, OverlayFolderName) : name;
            var sentence = RuleTexts.FilesWritten(content.Version, overlay.Count, edited, national ? content.National.Count : 0);
            session.Page.Paragraph(0, Words.None, new Words(sentence));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return session.NotRun(RuleTexts.CannotWrite(name));
        }
    }

    private void Print(RuleBlock block)
    {
        session.Lines.Paragraph(0, Words.None, new Words("# " + RuleTexts.RulePlace(block.File, block.Line), Ink.Faint));
        foreach (var line in block.Text.TrimEnd().Split('\n'))
        {
            session.Lines.Paragraph(0, Words.None, new Words(line.TrimEnd('\r')));
        }
    }

    private static RuleSetContent Only(RuleSetContent content, string id)
    {
        var one = new RuleSetContent(content) { Overlay = new RuleOverlay(), Rules = new RuleList() };
        one.National.Clear();
        one.National.AddRange(Pieces(content.National, id));
        one.Overlay.Files.AddRange(Pieces(content.Overlay?.Files ?? [], id));
        one.Rules.RuleSetVersion = content.Version;
        one.Rules.Rules.AddRange((content.Rules?.Rules ?? []).Where(rule => string.Equals(rule.Id, id, StringComparison.Ordinal)));
        return one;
    }

    private static IEnumerable<RuleFile> Pieces(IEnumerable<RuleFile> files, string id) =>
        RuleBlocks.Find(files, id).Select(block => new RuleFile { Path = block.File, Text = block.Text });
}
