using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>A document that was received, or that was refused while it was being received. Whoever checks it disposes of it.</summary>
/// <param name="Id">The id that comes back in the reply.</param>
/// <param name="FileName">The file name that comes back in the reply.</param>
/// <param name="Content">The document's bytes. Not to be touched after disposal.</param>
/// <param name="Wish">Whether the reply is wanted with the report.</param>
/// <param name="Refusal">Why it is not read. Null: it is read.</param>
/// <param name="Buffer">What holds the bytes. Null: nothing that must be given back.</param>
internal sealed record Draft(
    string Id,
    string FileName,
    ReadOnlyMemory<byte> Content,
    ReportWish Wish,
    Reason? Refusal = null,
    IDisposable? Buffer = null) : IDisposable
{
    /// <summary>A draft that came whole in one message.</summary>
    /// <param name="request">The message.</param>
    /// <param name="limit">Bytes of a document.</param>
    /// <param name="held">What the message holds of the server's memory. The draft takes it over.</param>
    public static Draft FromMessage(ValidateRequest request, int limit, IDisposable held)
    {
        Reason? refusal = request.Content.Length > limit ? Reason.DocumentTooLarge : null;
        return new Draft(request.Id, request.FileName, request.Content.Memory, ReportWishes.Of(request), refusal, held);
    }

    public void Dispose()
    {
        Buffer?.Dispose();
    }
}
