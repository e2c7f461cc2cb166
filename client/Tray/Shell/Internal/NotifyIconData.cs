using System.Runtime.InteropServices;

namespace H.NotifyIcon.Core.Internal;

/// <summary>NOTIFYICONDATAW of the shell, 976 bytes in a 64 bit process.</summary>
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
internal unsafe struct NotifyIconData
{
    public const uint HasMessage = 0x1;
    public const uint HasIcon = 0x2;
    public const uint HasTip = 0x4;
    public const uint HasInfo = 0x10;
    public const uint HasGuid = 0x20;
    public const uint Realtime = 0x40;
    public const uint ShowTip = 0x80;

    private const int TipLength = 128;
    private const int InfoLength = 256;
    private const int TitleLength = 64;

    public uint Size;
    public nint Window;
    public uint Id;
    public uint Flags;
    public uint CallbackMessage;
    public nint Icon;
    private fixed char _tip[TipLength];
    public uint State;
    public uint StateMask;
    private fixed char _info[InfoLength];
    public uint Version;
    private fixed char _title[TitleLength];
    public uint InfoFlags;
    public Guid Guid;
    public nint BalloonIcon;

    public string Tip
    {
        readonly get
        {
            fixed (char* text = _tip)
            {
                return new string(text);
            }
        }

        set
        {
            fixed (char* text = _tip)
            {
                Copy(value, new Span<char>(text, TipLength));
            }
        }
    }

    public string Info
    {
        readonly get
        {
            fixed (char* text = _info)
            {
                return new string(text);
            }
        }

        set
        {
            fixed (char* text = _info)
            {
                Copy(value, new Span<char>(text, InfoLength));
            }
        }
    }

    public string Title
    {
        readonly get
        {
            fixed (char* text = _title)
            {
                return new string(text);
            }
        }

        set
        {
            fixed (char* text = _title)
            {
                Copy(value, new Span<char>(text, TitleLength));
            }
        }
    }

    /// <summary>A text that is too long ends in an ellipsis, and never in half a character. A guard: the program shortens its texts
    /// itself.</summary>
    private static void Copy(string value, Span<char> room)
    {
        room.Clear();
        if (value.Length < room.Length)
        {
            value.CopyTo(room);
            return;
        }

        var kept = room.Length - 2;
        kept -= char.IsHighSurrogate(value[kept - 1]) ? 1 : 0;
        value.AsSpan(0, kept).CopyTo(room);
        room[kept] = '…';
    }
}
