using System.Text;

namespace Validation.Tray.Windows;

/// <summary>A dialog as the system takes it from memory: the structure DLGTEMPLATEEX, whose places and sizes are in dialog units, a
/// quarter of the font's width and an eighth of its height, so that it fits every font and scale.</summary>
/// <param name="title">The title of the window.</param>
/// <param name="font">The font of everything in it.</param>
internal sealed class DialogTemplate(string title, MessageFont font)
{
    private const uint SetFont = 0x40;
    private const uint ModalFrame = 0x80;
    private const uint SetForeground = 0x200;
    private const uint Center = 0x800;
    private const uint WindowStyle = 0x80C80000;
    private const uint InTaskbar = 0x40000;
    private const uint Child = 0x50000000;
    private const ushort Extended = 0xFFFF;
    private const short Normal = 400;
    private const byte AnyCharset = 1;

    private readonly List<DialogItem> _items = [];

    /// <summary>The size of what is inside the window's frame, in dialog units.</summary>
    public required (short Width, short Height) Size { get; init; }

    /// <summary>Adds a control. The order is that of the Tab key; a label stands before its field, for whoever has it read aloud.</summary>
    public void Add(DialogItem item) => _items.Add(item);

    /// <summary>The structure DLGTEMPLATEEX with its items, each at a multiple of four bytes.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.Unicode);
        writer.Write((ushort)1);
        writer.Write(Extended);
        writer.Write(0u);
        writer.Write(InTaskbar);
        writer.Write(WindowStyle | SetFont | ModalFrame | SetForeground | Center);
        writer.Write((ushort)_items.Count);
        WritePlace(writer, (0, 0, Size.Width, Size.Height));
        // No menu, and the class of dialogs.
        writer.Write(0u);
        WriteText(writer, title);
        writer.Write((ushort)font.Points);
        writer.Write(Normal);
        writer.Write((byte)0);
        writer.Write(AnyCharset);
        WriteText(writer, font.Face);
        foreach (var item in _items)
        {
            Write(writer, item);
        }

        return bytes.ToArray();
    }

    private static void Write(BinaryWriter writer, DialogItem item)
    {
        writer.Flush();
        while (writer.BaseStream.Position % sizeof(uint) != 0)
        {
            writer.Write((byte)0);
        }

        writer.Write(0u);
        writer.Write(item.ExtendedStyle);
        writer.Write(item.Style | Child);
        WritePlace(writer, item.Place);
        writer.Write((uint)item.Id);
        writer.Write(Extended);
        writer.Write((ushort)item.Kind);
        WriteText(writer, item.Text);
        writer.Write((ushort)0);
    }

    private static void WritePlace(BinaryWriter writer, (short X, short Y, short Width, short Height) place)
    {
        // Little-endian on every system.
        writer.Write(place.X);
        writer.Write(place.Y);
        writer.Write(place.Width);
        writer.Write(place.Height);
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write(text.ToCharArray());
        writer.Write('\0');
    }
}

/// <summary>The kinds of controls, by the numbers that a template has for them.</summary>
internal enum DialogItemKind : ushort
{
    /// <summary>A button, a check box, a radio button or a frame around some.</summary>
    Button = 0x80,

    /// <summary>A field for text.</summary>
    Edit = 0x81,

    /// <summary>A text that only stands there.</summary>
    Text = 0x82,

    /// <summary>A list of rows.</summary>
    List = 0x83,
}

/// <summary>A control of a dialog.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its number, by which the dialog knows it.</param>
/// <param name="Text">What stands on it, with an ampersand before the letter that the Alt key goes with.</param>
/// <param name="Style">Its style, without what every control has.</param>
/// <param name="Place">Its place in the dialog, in dialog units.</param>
internal sealed record DialogItem(
    DialogItemKind Kind, int Id, string Text, uint Style, (short X, short Y, short Width, short Height) Place)
{
    /// <summary>The extended style, such as 0x200 for a sunken edge.</summary>
    public uint ExtendedStyle { get; init; }
}
