namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Takes zeros apart that a converter printed without spaces: "0000000" for seven cells. No number is written so, and as many zeros as the
/// row has cells can be nothing else; digits other than zero are never parted.
/// </summary>
internal static class GluedZeros
{
    /// <summary>
    /// The zeros one by one, or null: they are not as many as the row has cells, or something else stands among them. A long run may be
    /// wrapped; two runs on one line are none that was wrapped.
    /// </summary>
    public static IReadOnlyList<Token>? Split(IReadOnlyList<Token> values, int width)
    {
        var count = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var isWhole = IsRun(values[i].Text) || (i == values.Count - 1 && values[i].Text is "0" or "０");
            count += values[i].Text.Length;
            if (!isWhole || (i > 0 && values[i].Position.Order == values[i - 1].Position.Order))
            {
                return null;
            }
        }

        return count != width ? null
            : [.. values.SelectMany(value => value.Text.Select((zero, i) =>
                value with { Text = zero.ToString(), Position = value.Position.Shift(i) }))];
    }

    /// <summary>The token is two zeros or more, and nothing else.</summary>
    public static bool IsRun(string text) => text.Length > 1 && !text.AsSpan().ContainsAnyExcept('0', '０');
}
