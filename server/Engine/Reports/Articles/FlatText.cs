using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Articles;

/// <summary>
/// Lines joined without white space, in half width, so that words which the page breaks are whole again. Remembers where each stood.
/// </summary>
internal sealed class FlatText
{
    private const int LongestPiece = 256;

    private readonly List<(int Start, Position Position)> _lines = [];

    public FlatText(IEnumerable<TextLine> lines)
    {
        var text = new StringBuilder();
        Span<char> squeezed = stackalloc char[LongestPiece];
        foreach (var line in lines)
        {
            _lines.Add((text.Length, line.Position));
            for (var start = 0; start < line.Text.Length; start += LongestPiece)
            {
                var piece = line.Text.AsSpan(start, Math.Min(LongestPiece, line.Text.Length - start));
                text.Append(squeezed[..Characters.WriteSqueezed(piece, squeezed)]);
            }
        }

        Text = text.ToString();
    }

    /// <summary>The text of all lines, joined without breaks.</summary>
    public string Text { get; }

    /// <summary>The line that the character at <paramref name="index"/> stands in.</summary>
    public Position PositionOf(int index)
    {
        var at = _lines.FindLastIndex(line => line.Start <= index);
        return at < 0 ? default : _lines[at].Position;
    }
}
