using System.Runtime.InteropServices;
using Validation.Client.Drafts;

namespace Validation.Tray.Windows;

/// <summary>The message with which a second start of the program hands its address to the first (WM_COPYDATA). Any program of the user may
/// send one: what is no address of this program is not taken.</summary>
internal static unsafe class AddressMessage
{
    /// <summary>The number of the message.</summary>
    public const uint Id = 0x4A;

    // Any number, which both sides know.
    private const nint Mark = 0x56524144;
    private const int MostCharacters = 200;
    private const uint Patience = 5000;

    /// <summary>Sends an address to a window, and waits until it was taken, some seconds at most.</summary>
    public static void Send(nint window, ProgramAddress address)
    {
        fixed (char* text = address.Text)
        {
            var data = new Data { Mark = Mark, Length = (uint)(address.Text.Length * sizeof(char)), Text = text };
            User32.SendMessageTimeoutW(window, Id, 0, (nint)(&data), 0, Patience, out _);
        }
    }

    /// <summary>Reads the address in a message that has arrived.</summary>
    /// <param name="value">The second parameter of the message.</param>
    /// <returns>Null: there is none in it.</returns>
    public static ProgramAddress? TryRead(nint value)
    {
        var data = (Data*)value;
        if (data is null || data->Mark != Mark || data->Text is null || data->Length is 0 or > MostCharacters * sizeof(char))
        {
            return null;
        }

        return ProgramAddress.TryParse(new string(data->Text, 0, (int)data->Length / sizeof(char)), out var address) ? address : null;
    }

    /// <summary>The structure COPYDATASTRUCT of winuser.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Data
    {
        public nint Mark;
        public uint Length;
        public char* Text;
    }
}
