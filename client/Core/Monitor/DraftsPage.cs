using Validation.Client.Page;
using Validation.Client.Wording;

namespace Validation.Client.Monitor;

/// <summary>The page of all drafts that are known, a table for each group: what needs the clerk first. Like every page it loads nothing and
/// runs nothing, and shows what it is told as words.</summary>
internal sealed class DraftsPage
{
    // Nobody reads a longer table; the problems come first in any case.
    private const int MostInGroup = 1000;

    private readonly Markup _page;

    private DraftsPage(Markup page) => _page = page;

    /// <summary>Writes the page for some drafts.</summary>
    /// <param name="output">Where it goes: text, to be stored as UTF-8. It is not closed.</param>
    /// <param name="rows">The drafts in any order.</param>
    /// <param name="serverProblem">Why the server does not answer; null: it does, as far as is known.</param>
    /// <param name="at">When that was known, in the zone in which it is to be shown.</param>
    public static void Write(TextWriter output, IReadOnlyList<DraftRow> rows, string? serverProblem, DateTimeOffset at) =>
        new DraftsPage(new Markup(output)).Write(rows, serverProblem, at);

    private void Write(IReadOnlyList<DraftRow> rows, string? serverProblem, DateTimeOffset at)
    {
        PageFrame.Open(_page, $"{DraftsTexts.Heading} - {WordingTexts.Product}", DraftsTexts.Heading);
        _page.Leaf(Tag.P, "note", DraftsTexts.WrittenAt(at));
        if (serverProblem is not null)
        {
            _page.Leaf(Tag.P, "interrupted", Clipped.Of(DraftsTexts.Server(serverProblem), Clipped.InLine));
        }

        if (rows.Count == 0)
        {
            _page.Leaf(Tag.P, DraftsTexts.None);
        }
        else if (!rows.Any(row => row.Group == DraftGroup.Problems))
        {
            _page.Leaf(Tag.P, DraftsTexts.NoProblems);
        }

        foreach (var group in rows.GroupBy(row => row.Group).OrderBy(group => group.Key))
        {
            WriteGroup(group.Key, [.. group.OrderBy(row => row.Look == "accepted").ThenByDescending(row => row.Draft.Checked?.CheckedAt)]);
        }

        PageFrame.Close(_page);
    }

    private void WriteGroup(DraftGroup group, IReadOnlyList<DraftRow> rows)
    {
        var title = DraftsTexts.Title(group, rows.Count);
        _page.Open(Tag.Section);
        _page.Leaf(Tag.H2, title);
        _page.Open(Tag.Div, Attr.Class("scroll"), Attr.Focusable(), Attr.Region(), Attr.Label(title));
        _page.Open(Tag.Table, Attr.Class("drafts"));
        _page.Open(Tag.Thead);
        _page.Open(Tag.Tr);
        foreach (var heading in DraftsTexts.Headings)
        {
            _page.Leaf(Tag.Th, heading, Attr.Scope("col"));
        }

        _page.Close(2);
        _page.Open(Tag.Tbody);
        foreach (var row in rows.Take(MostInGroup))
        {
            Write(row);
        }

        _page.Close(3);
        if (rows.Count > MostInGroup)
        {
            _page.Leaf(Tag.P, DraftsTexts.More(rows.Count - MostInGroup));
        }

        _page.Close();
    }

    private void Write(DraftRow row)
    {
        var path = row.Draft.FilePath;
        _page.Open(Tag.Tr);
        _page.Open(Tag.Th, Attr.Scope("row"));
        _page.Leaf(Tag.Strong, Clipped.Of(Path.GetFileName(path), Clipped.InLine));
        _page.Leaf(Tag.P, "path", Clipped.Of(Path.GetDirectoryName(path) ?? string.Empty, Clipped.InLine));
        _page.Close();
        _page.Leaf(Tag.Td, $"state {row.Look}", row.State);
        _page.Open(Tag.Td, Attr.Class("remarks"));
        foreach (var remark in row.Remarks)
        {
            _page.Leaf(Tag.P, Clipped.Of(remark, Clipped.InLine));
        }

        _page.Close();
        _page.Leaf(Tag.Td, row.Draft.Checked is { } known ? DraftsTexts.Time(known.CheckedAt) : DraftsTexts.NoValue);
        _page.Open(Tag.Td, Attr.Class("acts"));
        WriteLink(DraftsTexts.Report, row.Report);
        WriteLink(DraftsTexts.File, path);
        WriteLink(DraftsTexts.Folder, Path.GetDirectoryName(path));
        if (row.Comments is { } comments)
        {
            _page.Leaf(Tag.A, PageTexts.OpenComments, Attr.Link(comments));
        }

        _page.Close(2);
    }

    private void WriteLink(string words, string? path)
    {
        if (path is { Length: > 0 } && FileAddress.Of(path) is { } file)
        {
            _page.Leaf(Tag.A, words, Attr.Link(file));
            _page.Text(" ");
        }
    }
}
