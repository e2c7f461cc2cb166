using UglyToad.PdfPig.Core;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Printing;

namespace Validation.PdfWords.Words;

/// <summary>
/// Turns the words of a page whose text stands on its head or on its side, as scanners and a viewer's command "rotate" (ISO 32000-1,
/// 7.7.3.3, Rotate) leave it: a person turns the page, or the head. A page with labels that run down among others is left as it is.
/// </summary>
internal static class UprightPage
{
    // So many times more characters than all others run in the direction that is to be that of reading.
    private const int Dominance = 4;

    /// <summary>The words at the places that they have once the page is turned.</summary>
    /// <param name="words">The words.</param>
    /// <param name="characters">How many characters run in each direction.</param>
    /// <param name="shown">The page, in points.</param>
    public static List<PageWord> Turn(List<PageWord> words, IReadOnlyDictionary<Direction, int> characters, PdfRectangle shown)
    {
        var most = characters.OrderByDescending(direction => direction.Value).FirstOrDefault();
        if (most.Key == Direction.Right || most.Value <= Dominance * (characters.Values.Sum() - most.Value))
        {
            return words;
        }

        return words.ConvertAll(word => word with { Box = Turned(word.Box, most.Key, shown) });
    }

    private static PagePlace Turned(PagePlace box, Direction direction, PdfRectangle shown) => direction switch
    {
        Direction.Left => box with { X = shown.Width - box.Right, Y = shown.Height - box.Bottom },
        Direction.Down => box with { X = box.Y, Y = shown.Width - box.Right, Width = box.Height, Height = box.Width },
        _ => box with { X = shown.Height - box.Bottom, Y = box.X, Width = box.Height, Height = box.Width },
    };
}
