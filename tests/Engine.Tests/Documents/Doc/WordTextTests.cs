using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Doc;

public sealed class WordTextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_PiecesOfBothWidths_TextInItsOrder(bool isReversed)
    {
        var file = new WordFileWriter { IsReversed = isReversed }
            .Add("2024", isOneByte: true).Add("年报\r").Add("\u0093a\u0094 1\u00962\r", isOneByte: true).Add("末段\r");

        Lines(file).ShouldBe(["2024年报", "“a” 1–2", "末段"]);
    }

    [Theory]
    [InlineData("\u0001\r")]
    [InlineData("\u0008\r\u0001\r")]
    public void Read_PicturesAlone_NoText(string text) => Reason(new WordFileWriter().Add(text)).ShouldBe(V1.Reason.NoText);

    [Fact]
    public void Read_HiddenAndDeletedText_LeftOutAndInsertedTextRead()
    {
        var file = new WordFileWriter()
            .Add("甲").Add("乙", characters: Sprm.Hidden).Add("丙", characters: Sprm.Deleted).Add("丁\r", characters: Sprm.Inserted)
            .Add("一").Add("\r", characters: Sprm.Deleted).Add("二\r");

        Lines(file).ShouldBe(["甲丁", "一二"]);
    }

    [Theory]
    [InlineData(0, V1.Reason.Unspecified)]
    [InlineData(2, V1.Reason.Unspecified)]
    [InlineData(4, V1.Reason.DamagedDocument)]
    public void Read_CharactersWithoutProperties_OnlyTheLastMark(int bytes, Reason reason) =>
        Reason(new WordFileWriter { BytesLeftOut = bytes }.Add("年报\r")).ShouldBe(reason);

    [Fact]
    public void Read_TextStruckOut_LeftOutButNotTheEndOfItsParagraph()
    {
        // 0x57 and 0x73 are the numbers of the two kinds among those that a piece holds itself.
        var file = new WordFileWriter()
            .Add("12", characters: Sprm.Struck).Add("15").Add("7\t8\u000B9", characters: Sprm.StruckTwice)
            .Add("\r", characters: Sprm.Struck)
            .Add("1", change: (0x57 << 1) | (1 << 8)).Add("2").Add("3", change: (0x73 << 1) | (1 << 8)).Add("\r");

        Lines(file).ShouldBe(["15", "2"]);
    }

    [Fact]
    public void Read_RaisedDigits_OtherCharactersThanDigits()
    {
        var file = new WordFileWriter().Add("5").Add("1a", characters: Sprm.Raised).Add("2", characters: Sprm.Lowered)
            .Add("0", change: (0x68 << 1) | (1 << 8)).Add("3\r");

        Lines(file).ShouldBe(["5¹a2⁰3"]);
    }

    [Fact]
    public void Read_ChangesOfPieces_HoldForTheirText()
    {
        // 0x5C is the number of the hidden flag among those that a piece holds itself; an odd number counts the lists of changes.
        var file = new WordFileWriter { Changes = Sprm.Deleted }
            .Add("甲").Add("乙", change: (0x5C << 1) | (1 << 8)).Add("丙", change: 1).Add("丁\r");

        Lines(file).ShouldBe(["甲丁"]);
    }

    [Fact]
    public void Read_Fields_TheirResultsWithoutInstructions()
    {
        var file = new WordFileWriter()
            .Add("共").Add("\u0013 PAGE \u0013 IF \u0014x\u0015\u0014", characters: Sprm.Special)
            .Add("3").Add("\u0015", characters: Sprm.Special)
            .Add("页\u0013 TC \u0015。\r");

        Lines(file).ShouldBe(["共3页。"]);
    }

    [Fact]
    public void Read_FieldThatNeverEnds_Damaged() =>
        Reason(new WordFileWriter().Add("共\u0013 PAGE 3页\r")).ShouldBe(V1.Reason.DamagedDocument);

    [Fact]
    public void Read_SpecialCharacters_AsTheyAreShown()
    {
        var file = new WordFileWriter().Add("a\u000Bb\tc\u001Ed\u001Fe\u0001f\u0002g\u0005h\u0008\r").Add("前\u000C后\r").Add("\uD800x\r");

        Lines(file).ShouldBe(["a", "b\tc-defgh", "前", "后", "\uFFFDx"]);
    }

    [Theory]
    [InlineData(0xF035, "□")]
    [InlineData(0x2460, "①")]
    [InlineData(0x0003, "□")]
    [InlineData(0xD835, "□")]
    [InlineData(0, "(")]
    public void Read_Symbol_SomethingIsShown(int code, string shown)
    {
        var file = new WordFileWriter().Add("(").Add("(", characters: Sprm.Symbol(code)).Add(")\r");

        Lines(file).ShouldBe(["(" + shown + ")"]);
    }

    [Fact]
    public void Read_PageBreak_LinesOfOneParagraph()
    {
        var result = Read(new WordFileWriter().Add("\u000C前\u000C后\r").Add("末\r"));

        result.Document.ShouldNotBeNull().Lines().Select(line => (line.Text, line.Position.Place))
            .ShouldBe([("前", new ParagraphPlace(1)), ("后", new ParagraphPlace(1)), ("末", new ParagraphPlace(2))]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_DeletedPageBreak_PartsNothing(bool isOnePiece)
    {
        var file = new WordFileWriter { IsOnePiece = isOnePiece }.Add("一").Add("\u000C", characters: Sprm.Deleted).Add("二\r");

        Lines(file).ShouldBe(["一二"]);
    }

    [Fact]
    public void Read_Password_EncryptedDocument()
    {
        Reason(new WordFileWriter { Flags = 0x0300 }.Add("x\r")).ShouldBe(V1.Reason.EncryptedDocument);
        Reason(new WordFileWriter { Flags = 0x8200 }.Add("x\r")).ShouldBe(V1.Reason.EncryptedDocument);
    }

    [Fact]
    public void Read_Word95_UnsupportedFormatWithItsName()
    {
        var result = Read(new WordFileWriter { Version = 104 }.Add("x\r"));

        result.Reason.ShouldBe(V1.Reason.UnsupportedFormat);
        result.FoundFormat.ShouldBe("Word 95 及更早的文档");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Read_CountThatDiffersFromThePieces_Damaged(int missing) =>
        Reason(new WordFileWriter { MissingCount = missing }.Add("第一段文字\r").Add("第二段文字\r")).ShouldBe(V1.Reason.DamagedDocument);

    [Fact]
    public void Read_PagesThatLeaveTextOut_Damaged() =>
        Reason(new WordFileWriter { LeavesTextOut = true }.Add("第一段\r").Add("x\r", isOneByte: true)).ShouldBe(V1.Reason.DamagedDocument);

    [Fact]
    public void Read_OtherTableStreamThanNamed_Damaged() =>
        Reason(new WordFileWriter { Flags = 0 }.Add("x\r")).ShouldBe(V1.Reason.DamagedDocument);

    [Fact]
    public void Read_StyleThatHidesText_OnlyItsParagraphsLeftOut()
    {
        var file = new WordFileWriter { Styles = Style(Sprm.Hidden) }
            .Add("甲\r").Add("乙\r", style: 1).Add("丙\r").Add("丁\r", style: 1, characters: [0x3C, 0x08, 0x81]);

        Lines(file).ShouldBe(["甲", "丙", "丁"]);
    }

    [Fact]
    public void Read_StyleThatStrikesTextOut_OnlyItsParagraphsLeftEmpty()
    {
        var file = new WordFileWriter { Styles = Style(Sprm.Struck) }
            .Add("甲\r").Add("乙\r", style: 1).Add("丙\r").Add("丁\r", style: 1, characters: [0x37, 0x08, 0x81]);

        Lines(file).ShouldBe(["甲", "", "丙", "丁"]);
    }

    [Fact]
    public void Read_StyleThatRaisesCharacters_UnlessTheySayOtherwise()
    {
        byte[] style = [0x30, 0x4A, 1, 0];
        var file = new WordFileWriter { Styles = Style(Sprm.Raised, ofCharacters: true) }
            .Add("5").Add("1", characters: style).Add("2\r", characters: [.. style, 0x48, 0x2A, 0]);

        Lines(file).ShouldBe(["5¹2"]);
    }

    private static IEnumerable<string> Lines(WordFileWriter file)
    {
        var result = Read(file);
        result.Document.ShouldNotBeNull($"{result.Reason}").Format.ShouldBe("doc");
        return result.Document.Lines().Select(paragraph => paragraph.Text);
    }

    private static Reason Reason(WordFileWriter file) => Read(file).Reason;

    private static ReadResult Read(WordFileWriter file) => new DocumentReader(EngineLimits.Default).Read(file.Build());

    // A paragraph style, and a second style with a change of its characters: a header, then each with its length.
    private static byte[] Style(byte[] change, bool ofCharacters = false)
    {
        byte[] header = [18, 0, 2, 0, 10, 0, .. new byte[14]];
        byte[] plain = [0, 0, 0xF1, 0xFF, 2, 0, 22, 0, 0, 0, 1, 0, (byte)'N', 0, 0, 0, 2, 0, 0, 0, 0, 0];
        byte[] kind = ofCharacters ? [0xF2, 0xFF] : [0x01, 0x00];
        byte[] paragraph = ofCharacters ? [] : [2, 0, 1, 0];
        byte[] changed = [0, 0, .. kind, 2, 0, 0, 0, 0, 0, 1, 0, (byte)'H', 0, 0, 0, .. paragraph, (byte)change.Length, 0, .. change, 0];
        return [.. header, (byte)plain.Length, 0, .. plain, (byte)changed.Length, 0, .. changed];
    }
}
