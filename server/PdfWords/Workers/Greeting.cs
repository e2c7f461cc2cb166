using Validation.PdfWords.Cages;

namespace Validation.PdfWords.Workers;

/// <summary>The first thing that a reader says: how it is locked in.</summary>
internal static class Greeting
{
    private const uint Mark = 0x50445301;
    private const uint InvitationMark = 0x50445300;

    /// <summary>The server asks for it, once it has locked the reader in.</summary>
    public static void Invite(Stream stream) => Frame.Write(stream, InvitationMark, 0, []);

    /// <summary>Waits to be asked.</summary>
    /// <returns>Whether it was. False: the server is gone.</returns>
    /// <exception cref="InvalidDataException">Somebody else is at the other end.</exception>
    public static bool Await(Stream stream) => Frame.Read(stream, InvitationMark, most: 0) is not null;

    /// <summary>Says it.</summary>
    public static void Write(Stream stream, CageBars bars) => Frame.Write(stream, Mark, (uint)bars, []);

    /// <summary>Hears it.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static CageBars Read(Stream stream) =>
        Frame.Read(stream, Mark, most: 0) is var (bars, _) ? (CageBars)bars : throw new InvalidDataException("The reader has ended.");
}
