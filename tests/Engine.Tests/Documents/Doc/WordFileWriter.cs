using System.Buffers.Binary;
using System.Text;
using Validation.Engine.Tests.Documents.Cfb;

namespace Validation.Engine.Tests.Documents.Doc;

/// <summary>
/// Writes small Word 97–2003 documents, [MS-DOC]: every run of text is a piece with pages of properties of its own, as in a file that was
/// saved fast many times.
/// </summary>
public sealed class WordFileWriter
{
    private const int TextStart = 0x800;
    private const int PageLength = 512;

    private readonly List<Run> _runs = [];

    /// <summary>Flags of the file information block; 0x0200: the tables stand in 1Table.</summary>
    public int Flags { get; set; } = 0x0200;

    /// <summary>The version of the file information block.</summary>
    public int Version { get; set; } = 0xC1;

    /// <summary>The last runs of the text stand first in the stream.</summary>
    public bool IsReversed { get; set; }

    /// <summary>All of the text is one piece. Its runs have the same width then.</summary>
    public bool IsOnePiece { get; set; }

    /// <summary>The character positions at which sections begin, and the end of the last one; empty: nothing says so.</summary>
    public int[] Sections { get; set; } = [];

    /// <summary>How many characters are missing in the count of the main text.</summary>
    public int MissingCount { get; set; }

    /// <summary>The last page of paragraph properties does not cover all of its text.</summary>
    public bool LeavesTextOut { get; set; }

    /// <summary>How many bytes at the end of the text the pages of character properties leave out.</summary>
    public int BytesLeftOut { get; set; }

    /// <summary>Changes that pieces may refer to.</summary>
    public byte[] Changes { get; set; } = [];

    /// <summary>The Data stream.</summary>
    public byte[] Data { get; set; } = [];

    /// <summary>The parts of the table stream with the lists.</summary>
    public (byte[] Lists, byte[] Uses) Lists { get; set; } = ([], []);

    /// <summary>The style sheet.</summary>
    public byte[] Styles { get; set; } = [];

    /// <summary>Adds text.</summary>
    /// <param name="text">The text, with its marks.</param>
    /// <param name="paragraph">Changes of the properties of its paragraphs.</param>
    /// <param name="characters">Changes of the properties of its characters.</param>
    /// <param name="isOneByte">It is stored with one byte for each character.</param>
    /// <param name="style">The style of its paragraphs.</param>
    /// <param name="change">The piece's own change of properties.</param>
    public WordFileWriter Add(
        string text, byte[]? paragraph = null, byte[]? characters = null, bool isOneByte = false, int style = 0, int change = 0)
    {
        _runs.Add(new Run(text, paragraph ?? [], characters ?? [], isOneByte, style, change));
        return this;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="edges">Where its cells begin and end, in twips.</param>
    /// <param name="flags">What is said of merged cells.</param>
    /// <param name="cells">The texts of its cells.</param>
    public WordFileWriter AddRow(int[] edges, int[] flags, params string[] cells)
    {
        foreach (var cell in cells)
        {
            Add(cell + "\a", Sprm.InTable);
        }

        return Add("\a", [.. Sprm.InTable, .. Sprm.RowEnd, .. Sprm.Cells(edges, flags)]);
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var stream = new List<byte>(new byte[TextStart]);
        var placed = IsReversed ? _runs.AsEnumerable().Reverse() : _runs;
        foreach (var run in placed)
        {
            run.Place = stream.Count;
            stream.AddRange(run.Bytes);
        }

        stream.AddRange(new byte[PageLength - (stream.Count % PageLength)]);
        var order = placed.ToList();
        var characterPages = AddPages(stream, order, run => [(byte)run.Characters.Length, .. run.Characters], 1);
        var paragraphPages = AddPages(stream, order, ParagraphItem, 13);

        byte[][] parts = new byte[75][];
        parts[1] = Styles;
        parts[6] = [.. Sections.SelectMany(Number), .. new byte[Math.Max(0, Sections.Length - 1) * 12]];
        parts[12] = characterPages;
        parts[13] = paragraphPages;
        parts[33] = Pieces();
        (parts[73], parts[74]) = Lists;
        var table = new List<byte>(new byte[16]);
        var main = stream.ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            Write(main, 0x9A + (i * 8), table.Count);
            Write(main, 0x9A + (i * 8) + 4, parts[i]?.Length ?? 0);
            table.AddRange(parts[i] ?? []);
        }

        Write(main, 0, 0xA5EC | (Version << 16));
        Write(main, 0x0A, Flags);
        Write(main, 0x4C, _runs.Sum(run => run.Text.Length) - MissingCount);
        var writer = new CompoundWriter().Add("WordDocument", main).Add("1Table", [.. table]);
        return (Data.Length > 0 ? writer.Add("Data", Data) : writer).Build();
    }

    private static byte[] ParagraphItem(Run run)
    {
        byte[] item = [(byte)run.Style, (byte)(run.Style >> 8), .. run.Paragraph];
        return item.Length % 2 == 1
            ? [(byte)((item.Length + 1) / 2), .. item]
            : [0, (byte)(item.Length / 2), .. item];
    }

    // A page for each run: its first and last byte, and its properties at the page's end.
    private byte[] AddPages(List<byte> stream, List<Run> order, Func<Run, byte[]> itemOf, int itemLength)
    {
        var table = new List<byte>();
        var pages = new List<byte>();
        foreach (var run in order)
        {
            var page = new byte[PageLength];
            var item = itemOf(run);
            var offset = (PageLength - 2 - item.Length) & ~1;
            Write(page, 0, run.Place);
            var leftOut = run != order[^1] ? 0 : itemLength == 1 ? BytesLeftOut : LeavesTextOut ? 1 : 0;
            Write(page, 4, run.Place + run.Bytes.Length - leftOut);
            page[8] = (byte)(offset / 2);
            page[PageLength - 1] = 1;
            item.CopyTo(page, offset);
            table.AddRange(Number(run.Place));
            pages.AddRange(Number(stream.Count / PageLength));
            stream.AddRange(page);
        }

        var end = order[^1].Place + order[^1].Bytes.Length - (itemLength == 1 ? BytesLeftOut : 0);
        return [.. table, .. Number(end), .. pages];
    }

    private byte[] Pieces()
    {
        var places = new List<byte>();
        var items = new List<byte>();
        var position = 0;
        foreach (var run in IsOnePiece ? [_runs[0] with { Text = string.Concat(_runs.Select(run => run.Text)) }] : _runs)
        {
            places.AddRange(Number(position));
            position += run.Text.Length;
            var place = run.IsOneByte ? (run.Place * 2) | 0x40000000 : run.Place;
            items.AddRange([0, 0, .. Number(place), (byte)run.Change, (byte)(run.Change >> 8)]);
        }

        byte[] table = [.. places, .. Number(position), .. items];
        byte[] changes = Changes.Length == 0 ? [] : [1, (byte)Changes.Length, 0, .. Changes];
        return [.. changes, 2, .. Number(table.Length), .. table];
    }

    private static byte[] Number(int number) => BitConverter.GetBytes(number);

    private static void Write(byte[] bytes, int offset, int number) =>
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), number);

    private sealed record Run(string Text, byte[] Paragraph, byte[] Characters, bool IsOneByte, int Style, int Change)
    {
        public int Place { get; set; }

        public byte[] Bytes { get; } = IsOneByte ? Encoding.Latin1.GetBytes(Text) : Encoding.Unicode.GetBytes(Text);
    }
}
