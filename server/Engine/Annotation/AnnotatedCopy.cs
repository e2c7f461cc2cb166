namespace Validation.Engine.Annotation;

/// <summary>A copy of a draft with comments, or why there is none. Immutable.</summary>
/// <param name="Content">The copy. Empty: there is none.</param>
/// <param name="Comments">How many comments were added. 0: the copy is the draft itself, byte by byte.</param>
/// <param name="Obstacle">Why there is no copy.</param>
/// <param name="ObstacleText">The same in Chinese, for a clerk. Empty: there is a copy, or the reply says why the draft was not
/// read.</param>
public sealed record AnnotatedCopy(
    ReadOnlyMemory<byte> Content, int Comments, CopyObstacle Obstacle = CopyObstacle.None, string ObstacleText = "")
{
    internal static AnnotatedCopy None(CopyObstacle obstacle, string text = "") => new(default, 0, obstacle, text);
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
