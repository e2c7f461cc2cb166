using Validation.PdfWords.Cages;

namespace Validation.PdfWords.Workers;

/// <summary>The first message of a reader: which bars hold it.</summary>
internal static class Greeting
{
    private const uint Mark = 0x50445301;
    private const uint InvitationMark = 0x50445300;

    /// <summary>Asks the reader for its greeting, after the server has bound it from outside.</summary>
    public static void Invite(Stream stream) => Frame.Write(stream, InvitationMark, 0, []);

    /// <summary>Waits until the server asks for the greeting.</summary>
    /// <returns>Whether it was. False: the server is gone.</returns>
    /// <exception cref="InvalidDataException">Somebody else is at the other end.</exception>
    public static bool Await(Stream stream) => Frame.Read(stream, InvitationMark, most: 0) is not null;

    /// <summary>Tells the server which bars hold, before any document.</summary>
    public static void Write(Stream stream, CageBars bars) => Frame.Write(stream, Mark, (uint)bars, []);

    /// <summary>Reads which bars hold.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static CageBars Read(Stream stream) =>
        Frame.Read(stream, Mark, most: 0) is var (bars, _) ? (CageBars)bars : throw new InvalidDataException("The reader has ended.");
}
