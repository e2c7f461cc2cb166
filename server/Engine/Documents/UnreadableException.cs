using System.Diagnostics.CodeAnalysis;
using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>
/// Ends the reading of a document that cannot be read, from any depth of a reader. Never leaves <see cref="DocumentReader"/>.
/// </summary>
/// <param name="reason">Why the document cannot be read.</param>
/// <param name="foundFormat">The format that was found instead, as a clerk calls it. Null: not known.</param>
internal sealed class UnreadableException(Reason reason, string? foundFormat = null) : Exception
{
    /// <summary>Why the document cannot be read.</summary>
    public Reason Reason { get; } = reason;

    /// <summary>The format that was found instead.</summary>
    public string? FoundFormat { get; } = foundFormat;

    /// <summary>The exception for a damaged file.</summary>
    public static UnreadableException Damaged() => new(Reason.DamagedDocument);

    /// <summary>The exception for a document beyond a limit.</summary>
    public static UnreadableException TooLarge() => new(Reason.DocumentTooLarge);

    /// <summary>Ends the reading of a file that is damaged.</summary>
    /// <param name="isDamaged">Whether it is.</param>
    /// <exception cref="UnreadableException">It is.</exception>
    public static void ThrowIfDamaged([DoesNotReturnIf(true)] bool isDamaged)
    {
        if (isDamaged)
        {
            throw Damaged();
        }
    }

    /// <summary>Ends the reading of a document beyond a limit.</summary>
    /// <param name="isTooLarge">Whether it is.</param>
    /// <exception cref="UnreadableException">It is.</exception>
    public static void ThrowIfTooLarge([DoesNotReturnIf(true)] bool isTooLarge)
    {
        if (isTooLarge)
        {
            throw TooLarge();
        }
    }
}
