using System.Buffers.Binary;
using System.Text;
using Validation.Engine;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Documents.Printing;
using Validation.V1;

namespace Validation.PdfWords.Workers;

/// <summary>Reads the words of pages from what a reader sent. A malicious document may have taken over the reader: every number is
/// checked against the limits before it is used.</summary>
internal sealed class WordParser(byte[] content, EngineLimits limits)
{
    private const double FarthestPoint = 1e9;

    private int _at;
    private long _characters;

    /// <summary>Reads the words of all pages out of the content of a reply.</summary>
    /// <exception cref="InvalidDataException">It makes no sense.</exception>
    public PageReading Parse()
    {
        var reason = (Reason)Count(int.MaxValue);
        var pages = new IReadOnlyList<PageWord>[Count(Math.Min(content.Length / sizeof(int), limits.PrintedPage.Pages))];
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i] = Page(i + 1);
        }

        Require(_at == content.Length);
        if (reason == Reason.Unspecified)
        {
            Require(pages.Length > 0);
            return PageReading.Success(pages);
        }

        Require(reason is Reason.DamagedDocument or Reason.EncryptedDocument or Reason.DocumentTooLarge or Reason.NoText);
        return PageReading.Refusal(reason);
    }

    private PageWord[] Page(int number)
    {
        var words = new PageWord[Count((content.Length - _at) / WordWriter.WordBytes)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Word(number);
        }

        return words;
    }

    private PageWord Word(int page)
    {
        var place = new PagePlace(page, Number(), Number(), Number(), Number());
        Require(place is { Width: >= 0, Height: >= 0 });
        var cut = Take(1)[0];
        Require(cut <= 1);
        var text = Encoding.UTF8.GetString(Take(Count(content.Length - _at)));
        _characters += text.Length;
        Require(text.Length > 0 && !(_characters > limits.TextCharacters));
        return new PageWord(text, place with { IsCut = cut == 1 });
    }

    private double Number()
    {
        var number = BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
        Require(Math.Abs(number) <= FarthestPoint);
        return number;
    }

    private int Count(int most)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        Require(count >= 0 && count <= most);
        return count;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        Require(length <= content.Length - _at);
        _at += length;
        return content.AsSpan(_at - length, length);
    }

    private static void Require(bool isSound)
    {
        if (!isSound)
        {
            throw new InvalidDataException("The answer makes no sense.");
        }
    }
}
