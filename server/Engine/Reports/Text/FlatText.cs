using System.Text;
using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Text;

/// <summary>
/// Lines joined without white space, in half width, so that words which the page breaks are whole again. Remembers where each stood.
/// </summary>
internal sealed class FlatText
{
    private readonly List<(int Start, Position Position)> _lines = [];

    public FlatText(IEnumerable<Paragraph> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            _lines.Add((text.Length, line.Position));
            foreach (var character in line.Text)
            {
                var folded = Characters.Fold(character);
                if (!Characters.IsBlank(folded))
                {
                    text.Append(folded);
                }
            }
        }

        Text = text.ToString();
    }

    /// <summary>The joined text.</summary>
    public string Text { get; }

    /// <summary>The line that the character at <paramref name="index"/> stands in.</summary>
    public Position PositionOf(int index)
    {
        var at = _lines.FindLastIndex(line => line.Start <= index);
        return at < 0 ? default : _lines[at].Position;
    }
}
