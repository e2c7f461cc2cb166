namespace Validation.Engine.Annotation;

/// <summary>A copy of a draft with comments, or why there is none. Immutable.</summary>
public sealed record AnnotatedCopy
{
    private AnnotatedCopy()
    {
    }

    /// <summary>The copy. Empty: there is none.</summary>
    public ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>How many comments were added. 0: the copy is the draft itself, byte by byte.</summary>
    public int Comments { get; private init; }

    /// <summary>Why there is no copy.</summary>
    public CopyObstacle Obstacle { get; private init; }

    /// <summary>The same in Chinese, for a clerk. Empty: there is a copy, or the reply says why the draft was not read.</summary>
    public string ObstacleText { get; private init; } = string.Empty;

    internal static AnnotatedCopy Of(ReadOnlyMemory<byte> content, int comments) => new() { Content = content, Comments = comments };

    internal static AnnotatedCopy None(CopyObstacle obstacle, string text = "") => new() { Obstacle = obstacle, ObstacleText = text };
}

/// <summary>Why there is no copy of a draft with comments.</summary>
public enum CopyObstacle
{
    /// <summary>There is a copy.</summary>
    None,

    /// <summary>The draft could not be read as a report: its reply says why.</summary>
    Unread,

    /// <summary>The draft is not a docx.</summary>
    OtherFormat,

    /// <summary>The draft is a docx that is read, but written in a way in which it cannot be changed without changing more.</summary>
    NotPossible,
}
