using System.Text;
using Validation.V1;

namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// What pdftotext says of a file on its standard error. It mends damaged files as well as it can and says no more than this; text may
/// be lost
/// then. Nothing of it is ever shown: it may quote the file.
/// </summary>
internal sealed class PageErrors
{
    private const int BadFile = 1;
    private const int Forbidden = 3;
    private const int MostLine = 400;

    // Errors that concern no text of a page: layers, fonts to draw with, links, outlines, forms, colours.
    private static readonly string[] Harmless =
    [
        "optional content", "font for", "font file", "display font", "substitut", "annotation", "destination", "outline", "bookmark", "Action",
        "action", "color space", "colour", "ICC", "image", "Image", "ligature", "struct", "Struct", "metadata", "form field", "widget", "pattern",
        "shading", "function", "blend mode", "ExtGState", "JPEG", "JPX", "DCT", "JBIG2",
    ];

    private bool _isEncrypted;
    private bool _isLanguageMissing;
    private bool _isMemoryShort;
    private bool _isDamaged;

    /// <summary>Reads to the end of the stream, and keeps nothing of it.</summary>
    public static PageErrors Read(Stream stream)
    {
        var errors = new PageErrors();
        var line = new StringBuilder();
        var chunk = new byte[4096];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            foreach (var character in chunk.AsSpan(0, read))
            {
                if (character == '\n')
                {
                    errors.Note(line.ToString());
                    line.Clear();
                }
                else if (line.Length < MostLine)
                {
                    line.Append((char)character);
                }
            }
        }

        errors.Note(line.ToString());
        return errors;
    }

    /// <summary>Throws if the file could not be read, or not with certainty.</summary>
    public void Judge(int exitCode)
    {
        var isUnreadable = exitCode != 0 || _isDamaged;
        if (_isLanguageMissing)
        {
            throw new UnreadableException(Reason.ReaderUnavailable);
        }

        if (_isEncrypted || exitCode == Forbidden)
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        if (isUnreadable && _isMemoryShort && exitCode != BadFile)
        {
            throw UnreadableException.TooLarge();
        }

        if (isUnreadable)
        {
            throw new UnreadableException(Reason.DamagedDocument, Texts.Formats.Pdf);
        }
    }

    private void Note(string line)
    {
        const StringComparison Ordinal = StringComparison.Ordinal;
        _isEncrypted |= line.Contains("Incorrect password", Ordinal) || line.Contains("security handler", Ordinal);
        _isMemoryShort |= line.Contains("Out of memory", Ordinal) || line.Contains("bad_alloc", Ordinal);

        // Without poppler-data nobody can tell which characters a font without a mapping shows.
        _isLanguageMissing |= line.Contains("Missing language pack", Ordinal)
            || (line.Contains("Couldn't find '", Ordinal) && line.Contains("' CMap file", Ordinal));

        var isError = line.StartsWith("Syntax Error", Ordinal) || line.StartsWith("Internal Error", Ordinal) || line.StartsWith("I/O Error", Ordinal);
        var isMapping = line.Contains("ToUnicode", Ordinal);
        _isDamaged |= isMapping || (isError && !Array.Exists(Harmless, words => line.Contains(words, Ordinal)));
    }
}
