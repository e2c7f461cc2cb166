using Validation.Engine.Documents.Printing;
using Validation.Engine.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Documents.Ofd;

/// <summary>
/// Reads OFD, the page format of GB/T 33190-2016: a package of XML that says where each character stands. Annotations, signatures and
/// attachments are no text of the pages and are not read.
/// </summary>
internal static class OfdReader
{
    // The file in the clear that says how the others were encrypted. [GM/T 0099-2020]
    private const string Encryptions = "Encryptions.xml";

    /// <summary>Whether a package is an OFD file, encrypted or not.</summary>
    public static bool IsOfd(Package package) => package.Contains(OfdEntry.Part) || package.Contains(Encryptions);

    /// <summary>Reads the printed lines of an OFD file.</summary>
    /// <exception cref="UnreadableException">The file is encrypted or damaged, goes beyond a limit, or holds no text.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Document Read(Package package, CancellationToken cancellationToken)
    {
        if (package.Contains(Encryptions))
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        var parts = new OfdParts(package, new OfdWork(package.Limits, cancellationToken));
        var pages = new List<IReadOnlyList<PageWord>>();
        foreach (var root in OfdEntry.Documents(parts))
        {
            ReadPages(parts, root, pages);
        }

        if (!parts.Work.IsTextShown)
        {
            throw new UnreadableException(Reason.NoText, Texts.Formats.Ofd);
        }

        return PrintedLines.Read("ofd", Texts.Formats.Ofd, pages, package.Limits, cancellationToken);
    }

    private static void ReadPages(OfdParts parts, string root, List<IReadOnlyList<PageWord>> pages)
    {
        var document = OfdDocument.Read(parts, root);
        var resources = new OfdResources(parts, document.Resources);
        var templates = new Dictionary<string, OfdPage>(StringComparer.Ordinal);
        foreach (var part in document.Pages)
        {
            parts.Work.CountPage();
            var page = OfdPage.Read(parts, part);
            var words = new OfdWords(pages.Count + 1, page.Area.Or(document.Area).Shown);
            var drawing = new OfdDrawing(words, resources, parts.Work);
            foreach (var background in Templates(page, isForeground: false))
            {
                drawing.Draw(background, isTemplate: true);
            }

            drawing.Draw(page, isTemplate: false);
            foreach (var foreground in Templates(page, isForeground: true))
            {
                drawing.Draw(foreground, isTemplate: true);
            }

            parts.Work.ReleaseObjects(page.Objects.Count);
            pages.Add(words.Finish());
        }

        // A template has no templates of its own: what one names there means nothing. [GB/T 33190-2016] 7.7
        IEnumerable<OfdPage> Templates(OfdPage page, bool isForeground) =>
            page.Templates.Where(use => use.IsForeground == isForeground).Select(use => Template(use.Id)).OfType<OfdPage>();

        OfdPage? Template(string id)
        {
            if (!document.Templates.TryGetValue(id, out var part))
            {
                return null;
            }

            if (!templates.TryGetValue(part, out var template))
            {
                template = OfdPage.Read(parts, part);
                templates.Add(part, template);
            }

            return template;
        }
    }
}
