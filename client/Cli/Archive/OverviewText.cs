using Google.Protobuf.Collections;
using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>Prints where the reports of a year stand: counts, those that are missing, what was found most often.</summary>
/// <param name="page">Where it goes.</param>
internal sealed class OverviewText(PageWriter page)
{
    private const int Indent = 2;
    private const int MostRules = 20;
    private const int MostNames = 200;

    /// <summary>Prints the counts, the names and the twenty most frequent rules.</summary>
    public void Write(OverviewReply reply)
    {
        page.Paragraph(0, Words.None, new Words(ArchiveTexts.Standing(reply), Ink.Strong));
        if (reply.Verdicts.Count > 0)
        {
            var counts = string.Join('，', reply.Verdicts.Select(ArchiveTexts.Count));
            page.Paragraph(0, new Words(ArchiveTexts.Verdicts), new Words(counts));
        }

        WriteNames(ArchiveTexts.Missing, reply.MissingBodies, Ink.Bad);
        WriteNames(ArchiveTexts.Unlisted, reply.UnlistedBodies, Ink.Doubtful);
        if (reply.Rules.Count > 0)
        {
            page.Paragraph(0, Words.None, new Words(ArchiveTexts.Frequent, Ink.Strong));
        }

        foreach (var rule in reply.Rules.Take(MostRules))
        {
            page.Paragraph(
                Indent,
                Words.None,
                new(rule.RuleId, Ink.Strong),
                new(rule.Title.Length == 0 ? "  " : CliTexts.Title(rule.Title)),
                new(ArchiveTexts.Rule(rule)));
        }
    }

    private void WriteNames(string title, RepeatedField<string> names, Ink ink)
    {
        if (names.Count == 0)
        {
            return;
        }

        page.Paragraph(0, Words.None, new Words(title, Ink.Strong));
        foreach (var name in names.Take(MostNames))
        {
            page.Paragraph(Indent, Words.None, new Words(name, ink));
        }

        if (names.Count > MostNames)
        {
            page.Paragraph(Indent, Words.None, new Words(ArchiveTexts.AndMore(names.Count - MostNames)));
        }
    }
}
