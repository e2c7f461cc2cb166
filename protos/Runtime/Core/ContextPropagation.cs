namespace Grpc.Core;

/// <summary>What a child call takes over from the call in which it is made.</summary>
public class ContextPropagationOptions
{
    /// <summary>Everything.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Makes options.</summary>
    /// <param name="propagateDeadline">Whether the deadline is taken over.</param>
    /// <param name="propagateCancellation">Whether the cancellation is taken over.</param>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>Whether the deadline is taken over.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>Whether the cancellation is taken over.</summary>
    public bool IsPropagateCancellation { get; }
}

/// <summary>Stands for a call whose deadline and cancellation a child call takes over. This runtime makes none.</summary>
public abstract class ContextPropagationToken
{
    private protected ContextPropagationToken()
    {
    }
}
