using System.Text;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>A level of a list, [MS-DOC] 2.9.150 LVL.</summary>
/// <param name="Start">Its first number.</param>
/// <param name="Format">How numbers are written, see <see cref="ListNumber"/>.</param>
/// <param name="IsLegal">The numbers of the levels above are shown in Arabic digits.</param>
/// <param name="Restarts">It starts again after a paragraph of a level above.</param>
/// <param name="Text">What is shown: in the place of a level's number a character whose code is that level, 0 to 8.</param>
internal sealed record ListLevel(int Start, int Format, bool IsLegal, bool Restarts, string Text)
{
    private const int Legal = 0x04;
    private const int NoRestart = 0x08;
    private const int LongestText = 255;

    /// <summary>Reads one level of a list's definition.</summary>
    public static ListLevel Read(ref ByteCursor cursor)
    {
        var start = cursor.Int32();
        var format = cursor.Byte();
        var flags = cursor.Byte();
        cursor.Take(18);
        var characterChanges = cursor.Byte();
        var paragraphChanges = cursor.Byte();
        cursor.Take(2);
        cursor.Take(paragraphChanges);
        cursor.Take(characterChanges);
        var length = cursor.UInt16();
        var text = cursor.Take(length <= LongestText ? length * 2 : -1);
        return new ListLevel(start, format, (flags & Legal) != 0, (flags & NoRestart) == 0, Encoding.Unicode.GetString(text));
    }
}
