using AngleSharp.Dom;
using Validation.Engine.Documents.Text;
using Validation.V1;

namespace Validation.Engine.Documents.Html;

/// <summary>
/// Refuses pages with broken bytes that matter. Those in what nobody sees, such as a description that a system has cut by bytes, change
/// nothing that a browser shows.
/// </summary>
internal static class BrokenBytes
{
    /// <summary>Checks the names of elements and what attributes say of their place.</summary>
    /// <exception cref="UnreadableException">There are broken bytes.</exception>
    public static void CheckTags(IDocument page)
    {
        foreach (var element in page.All)
        {
            Check(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                // A value is text, if it is seen at all.
                Check(attribute.Name);
                Check(attribute.Name == "value" ? string.Empty : attribute.Value);
            }
        }
    }

    /// <summary>Checks the lines of a page.</summary>
    /// <returns>The page as it is.</returns>
    /// <exception cref="UnreadableException">There are broken bytes.</exception>
    public static Document CheckText(Document page)
    {
        foreach (var line in page.Blocks)
        {
            Check(line.Text);
        }

        return page;
    }

    private static void Check(string text)
    {
        if (text.Contains(TextDecoder.Broken, StringComparison.Ordinal))
        {
            throw new UnreadableException(Reason.UndecodableText);
        }
    }
}
