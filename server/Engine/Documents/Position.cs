using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>A place in a document. See <see cref="V1.Location"/>.</summary>
/// <param name="Order">Counts lines, paragraphs and cells in the order of reading, from 1; 0: unknown. In plain text: the line.</param>
/// <param name="Column">Column there, in characters from 1; 0: unknown.</param>
/// <param name="Place">What else is known of the place. Null: a line of plain text.</param>
public readonly record struct Position(int Order, int Column = 0, Place? Place = null)
{
    /// <summary>The same place some characters further on.</summary>
    public Position Shift(int characters) => this with { Column = Column + characters };

    /// <summary>Makes the message that a reply carries.</summary>
    public Location ToLocation()
    {
        var location = Place?.ToLocation() ?? new Location { Line = Order };
        location.Ordinal = Order;
        location.Column = Column;
        return location;
    }
}
