using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Takes the words out of what "pdftotext -bbox" prints, as it comes in. That is XHTML in form, but a word may hold characters that
/// XML forbids:
/// only the elements page and word are looked for, and "&lt;" stands nowhere but in tags.
/// </summary>
internal sealed class PageParser(EngineLimits limits)
{
    private const int MostElement = 1024 * 1024;

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    private readonly List<IReadOnlyList<PageWord>> _pages = [];
    private byte[] _rest = [];
    private List<PageWord>? _words;
    private double _width;
    private long _characters;
    private bool _isWhole;

    /// <summary>The words of each page, in the order in which it draws them.</summary>
    public IReadOnlyList<IReadOnlyList<PageWord>> Pages => _pages;

    /// <summary>Takes in more of the output.</summary>
    /// <exception cref="UnreadableException">The document goes beyond a limit, or the output makes no sense.</exception>
    public void Add(ReadOnlySpan<byte> output)
    {
        if (_rest.Length > 0)
        {
            byte[] joined = [.. _rest, .. output];
            output = joined;
        }

        var used = 0;
        for (int length; (length = NextElement(output[used..])) > 0;)
        {
            used += length;
        }

        if (output.Length - used > MostElement)
        {
            throw UnreadableException.Damaged();
        }

        _rest = output[used..].ToArray();
    }

    /// <summary>The output has ended.</summary>
    /// <exception cref="UnreadableException">Its end is missing, or it has no pages.</exception>
    public void Finish()
    {
        if (!_isWhole || _pages.Count == 0)
        {
            throw new UnreadableException(V1.Reason.DamagedDocument, Texts.Formats.Pdf);
        }
    }

    // How many bytes the text before the next tag, the tag and, of a word, its content take. 0: the rest of it is still to come.
    private int NextElement(ReadOnlySpan<byte> output)
    {
        var start = output.IndexOf((byte)'<');
        var length = start < 0 ? -1 : output[start..].IndexOf((byte)'>');
        if (length < 0)
        {
            return 0;
        }

        var end = start + length + 1;
        var tag = output[start..end];
        if (tag.StartsWith("<word "u8))
        {
            var text = output[end..].IndexOf((byte)'<');
            if (text < 0)
            {
                return 0;
            }

            AddWord(tag, output.Slice(end, text));
            return end + text;
        }

        if (tag.StartsWith("<page "u8))
        {
            BeginPage(tag);
        }

        _isWhole |= tag.SequenceEqual("</doc>"u8);
        return end;
    }

    private void BeginPage(ReadOnlySpan<byte> tag)
    {
        if (_pages.Count >= limits.Pages)
        {
            throw UnreadableException.TooLarge();
        }

        _width = Number(ref tag);
        _words = [];
        _pages.Add(_words);
    }

    private void AddWord(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> content)
    {
        var left = Number(ref tag);
        var top = Number(ref tag);
        var right = Number(ref tag);
        var bottom = Number(ref tag);
        var text = content is [< 128 and not (byte)'&'] ? Ascii[content[0]] : Text(content);
        _characters += text.Length;
        if (_characters > limits.TextCharacters)
        {
            throw UnreadableException.TooLarge();
        }

        if (_words is null || !double.IsFinite(left + top + right + bottom))
        {
            throw new UnreadableException(V1.Reason.DamagedDocument, Texts.Formats.Pdf);
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            // pdftotext leaves out characters that begin beyond the edge.
            var place = PagePlace.Between(_pages.Count, left, top, right, bottom) with { IsCut = left <= 0 || right >= _width };
            _words.Add(new PageWord(text, place));
        }
    }

    // The next attribute's value.
    private static double Number(ref ReadOnlySpan<byte> tag)
    {
        var start = tag.IndexOf((byte)'"') + 1;
        if (start == 0 || !Utf8Parser.TryParse(tag[start..], out double value, out var length))
        {
            return double.NaN;
        }

        tag = tag[Math.Min(start + length + 1, tag.Length)..];
        return value;
    }

    private static string Text(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        return Radicals.Replace(content.Contains((byte)'&') ? WebUtility.HtmlDecode(text) : text);
    }
}
