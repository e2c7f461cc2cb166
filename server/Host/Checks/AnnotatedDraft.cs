using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>A draft that was checked, and its copy with comments.</summary>
/// <param name="Reply">The reply, without the report.</param>
/// <param name="Copy">The copy. Empty: the draft was not read, and the reply says why. Not to be touched after disposal.</param>
/// <param name="Comments">How many comments were added.</param>
/// <param name="Held">What the copy holds of the server's memory.</param>
internal sealed record AnnotatedDraft(ValidateReply Reply, ReadOnlyMemory<byte> Copy, int Comments, IDisposable Held) : IDisposable
{
    public void Dispose()
    {
        Held.Dispose();
    }
}
