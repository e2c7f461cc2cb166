namespace Validation.Interop.Tests.Support;

/// <summary>A test that needs what others wrote: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForeignTheoryAttribute : TheoryAttribute
{
    public ForeignTheoryAttribute(string library)
    {
        Library = library;
        Skip = Peer.Of(library).Runtime?.Skip;
    }

    /// <summary>The library, as <see cref="Peer"/> calls it.</summary>
    public string Library { get; }
}
