using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>A place in a document, counted from 1; 0 means that the format has no such thing. See <see cref="V1.Location"/>.</summary>
public readonly record struct Position(int Line, int Column = 0)
{
    /// <summary>The same place some characters further on.</summary>
    public Position Shift(int characters) => this with { Column = Column + characters };

    /// <summary>The message that a reply carries.</summary>
    public Location ToLocation() => new() { Line = Line, Column = Column };
}
