namespace Validation.Engine.Documents.Ofd;

/// <summary>
/// The distances between the glyphs of a text, read one by one as the glyphs need them: "g 3 5.5" stands for 5.5 three times, and nothing
/// is made of the count, however large it is. [GB/T 33190-2016] 11.3
/// </summary>
/// <param name="list">The attribute DeltaX or DeltaY. Null: the text has none, and all distances are 0.</param>
internal ref struct OfdDeltas(string? list)
{
    private OfdNumbers _items = new(list);
    private double _repeats;
    private double _last;

    /// <summary>How far it is over some glyphs. Behind the end of the list the last distance goes on, as in common programs.</summary>
    /// <exception cref="UnreadableException">The list is none.</exception>
    public double Next(int glyphs)
    {
        double distance = 0, left = glyphs;
        while (left > 0)
        {
            if (_repeats < 1 && !ReadItem())
            {
                return distance + (left * _last);
            }

            var taken = Math.Min(left, Math.Floor(_repeats));
            distance += taken * _last;
            left -= taken;
            _repeats -= taken;
        }

        return distance;
    }

    private bool ReadItem()
    {
        var item = _items.NextItem();
        if (item.IsEmpty)
        {
            return false;
        }

        (_repeats, _last) = item is "g"
            ? (_items.NextNumber() ?? throw UnreadableException.Damaged(), _items.NextNumber() ?? throw UnreadableException.Damaged())
            : (1, OfdNumbers.Number(item));
        return true;
    }
}
