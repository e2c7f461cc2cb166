using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Doc;

public sealed class ParagraphNumbersTests
{
    private const int Chinese = 39;
    private const int Decimal = 0;
    private const int Bullet = 23;
    private const int Legal = 0x04;

    [Fact]
    public void Read_ListOfThreeLevels_NumbersAsTheyAreShown()
    {
        var lists = Lists((false, [(1, Chinese, 0, "\0、"), (1, Chinese, 0, "（\u0001）"), (1, Decimal, Legal, "\0.\u0001.\u0002")]));
        var file = new WordFileWriter { Lists = (lists, Uses([[]])) }
            .Add("总\r", Sprm.Numbered(1, 0)).Add("甲\r", Sprm.Numbered(1, 1)).Add("乙\r", Sprm.Numbered(1, 1)).Add("文\r")
            .Add("分\r", Sprm.Numbered(1, 0)).Add("丙\r", Sprm.Numbered(1, 1)).Add("丁\r", Sprm.Numbered(1, 2))
            .Add("戊\r", Sprm.Numbered(1, 2));

        Lines(file).ShouldBe(["一、总", "（一）甲", "（二）乙", "文", "二、分", "（一）丙", "2.1.1 丁", "2.1.2 戊"]);
    }

    [Fact]
    public void Read_SecondUseOfAList_StartsAnewOnlyWhereItSaysSo()
    {
        var lists = Lists((true, [(3, Decimal, 0, "\0.")]));

        // The second use begins with 7, the third goes on.
        var file = new WordFileWriter { Lists = (lists, Uses([], [7], [])) }
            .Add("a\r", Sprm.Numbered(1, 0)).Add("b\r", Sprm.Numbered(1, 0)).Add("c\r", Sprm.Numbered(2, 0)).Add("d\r", Sprm.Numbered(2, 0))
            .Add("e\r", Sprm.Numbered(3, 0));

        Lines(file).ShouldBe(["3. a", "4. b", "7. c", "8. d", "9. e"]);
    }

    [Fact]
    public void Read_Bullets_NoNumber()
    {
        var file = new WordFileWriter { Lists = (Lists((true, [(1, Bullet, 0, "\uF0B7")])), Uses([[]])) }.Add("a\r", Sprm.Numbered(1, 0));

        Lines(file).ShouldBe(["a"]);
    }

    [Fact]
    public void Read_NumberOfACell_PartOfItsText()
    {
        var file = new WordFileWriter { Lists = (Lists((true, [(1, Decimal, 0, "\0.")])), Uses([[]])) }
            .Add("甲\a", [.. Sprm.InTable, .. Sprm.Numbered(1, 0)]).Add("1\a", Sprm.InTable)
            .Add("\a", [.. Sprm.InTable, .. Sprm.RowEnd, .. Sprm.Cells([0, 1000, 2000], [0, 0])]);

        Lines(file).ShouldBe(["1. 甲\t1"]);
    }

    [Fact]
    public void Read_PageBreakInANumberedParagraph_NumberedOnce()
    {
        var file = new WordFileWriter { Lists = (Lists((true, [(1, Decimal, 0, "\0.")])), Uses([[]])) }
            .Add("甲\u000C\r", Sprm.Numbered(1, 0)).Add("乙\u000C丙\r", Sprm.Numbered(1, 0)).Add("丁\r", Sprm.Numbered(1, 0));

        Lines(file).ShouldBe(["1. 甲", "", "2. 乙", "丙", "3. 丁"]);
    }

    [Theory]
    [InlineData(false, new[] { 0, 2, 4, 6 })]
    [InlineData(true, new int[0])]
    public void Read_EndOfASection_EndsItsParagraph(bool isOnePiece, int[] sections)
    {
        var file = new WordFileWriter
        {
            Lists = (Lists((true, [(1, Decimal, 0, "\0.")])), Uses([[]])), IsOnePiece = isOnePiece, Sections = sections,
        };
        file.Add("甲\u000C", Sprm.Numbered(1, 0)).Add("乙\u000C", Sprm.Numbered(1, 0)).Add("丙\r", Sprm.Numbered(1, 0));

        Lines(file).ShouldBe(["1. 甲", "2. 乙", "3. 丙"]);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 5)]
    public void Read_ListThatIsMissing_NoNumber(int use, int level)
    {
        var file = new WordFileWriter { Lists = (Lists((true, [(1, Decimal, 0, "\0.")])), Uses([[]])) }
            .Add("a\r", Sprm.Numbered(use, level));

        Lines(file).ShouldBe(["a"]);
    }

    [Fact]
    public void Read_ListsCutOff_TextWithoutNumbers()
    {
        var lists = Lists((true, [(1, Decimal, 0, "\0.")]));
        var file = new WordFileWriter { Lists = (lists[..10], Uses([[]])) }.Add("a\r", Sprm.Numbered(1, 0));

        Lines(file).Count().ShouldBe(1);
    }

    private static IEnumerable<string> Lines(WordFileWriter file)
    {
        var result = new DocumentReader(EngineLimits.Default).Read(file.Build());
        return result.Document.ShouldNotBeNull($"{result.Reason}").Lines().Select(paragraph => paragraph.Text);
    }

    // One list of nine levels, of which those that are missing show nothing, or of one.
    private static byte[] Lists((bool IsSimple, (int Start, int Format, int Flags, string Text)[] Levels) list)
    {
        byte[] head = [1, 0, 1, 0, 0, 0, .. new byte[22], (byte)(list.IsSimple ? 1 : 0), 0];
        var levels = Enumerable.Range(0, list.IsSimple ? 1 : 9)
            .Select(i => i < list.Levels.Length ? list.Levels[i] : (1, Decimal, 0, string.Empty));
        return
        [
            .. head,
            .. levels.SelectMany(level => (byte[])
            [
                .. BitConverter.GetBytes(level.Item1), (byte)level.Item2, (byte)level.Item3, .. new byte[22],
                .. BitConverter.GetBytes((short)level.Item4.Length), .. Encoding.Unicode.GetBytes(level.Item4),
            ]),
        ];
    }

    // Uses of the list, each with the first numbers that it gives to levels from the first on.
    private static byte[] Uses(params int[][] uses) =>
    [
        .. BitConverter.GetBytes(uses.Length),
        .. uses.SelectMany(starts => (byte[])[1, 0, 0, 0, .. new byte[8], (byte)starts.Length, 0, 0, 0]),
        .. uses.SelectMany(starts => (byte[])
        [
            0xFF, 0xFF, 0xFF, 0xFF,
            .. starts.SelectMany((start, level) => (byte[])[.. BitConverter.GetBytes(start), (byte)(level | 0x10), 0, 0, 0]),
        ]),
    ];
}
