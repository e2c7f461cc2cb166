using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Identity;

namespace Validation.Engine.Tests.Reports.Identity;

public sealed class TitleReaderTests
{
    [Theory]
    [InlineData("某某市人民政府2024年政府信息公开工作年度报告", "某某市人民政府", 2024)]
    [InlineData("某某市人民政府2024年度政府信息公开工作年度报告", "某某市人民政府", 2024)]
    [InlineData("某某县水利局二〇二四年政府信息公开工作年度报告", "某某县水利局", 2024)]
    [InlineData("某某县水利局二○二四年政府信息公开工作年度报告", "某某县水利局", 2024)]
    [InlineData("某某县水利局２０２４年政府信息公开工作年度报告", "某某县水利局", 2024)]
    [InlineData("某某市 政府信息公开 工作年度报告", "某某市", 0)]
    [InlineData("某某镇政府信息公开工作年度报告（2024年）", "某某镇", 2024)]
    [InlineData("2024年某某镇政府信息公开工作年度报告", "某某镇", 2024)]
    [InlineData("2024年某某镇人民政府信息公开工作年度报告", "某某镇人民政府", 2024)]
    [InlineData("某某镇人民政府政府信息公开工作年度报告（2024年）", "某某镇人民政府", 2024)]
    [InlineData("某某区民政局2024年政府信息公开年报", "某某区民政局", 2024)]
    [InlineData("某某区民政局2024年政务公开工作报告", "某某区民政局", 2024)]
    [InlineData("关于某某区民政局2024年度政府信息公开情况的报告", "某某区民政局", 2024)]
    [InlineData("关于2024年度政府信息公开情况的报告", "", 2024)]
    [InlineData("某某街道办事处2024年政府信息公开工作报告", "某某街道办事处", 2024)]
    public void Read_TitleOnOneLine_BodyAndYear(string line, string organization, int year)
    {
        var title = Read(line, "", "本报告由六部分组成。");

        title.Text.ShouldBe(Engine.Reports.Text.Characters.Squeeze(line));
        title.Year.ShouldBe(year);
        title.Organization.ShouldBe(organization);
    }

    [Theory]
    [InlineData("某某市人民政府办公室|2024年政府信息公开工作年度报告")]
    [InlineData("某某市人民政府办公室||2024年政府信息公开|工作年度报告")]
    [InlineData("某某市人民政府|办公室|2024年政府信息公开工作年度报告")]
    [InlineData("某某市人民政府办公室2024年政府信息公开|工作年度报告")]
    [InlineData("某某市人民政府办公室2024年|政府信息公开工作年度报告")]
    [InlineData("某某市人民政府办公室|2024年|政府信息公开工作年度报告")]
    [InlineData("某某市人民政府办公室2024年政府|信息公开工作年度报告")]
    [InlineData("某某市人民政府办公室2024年政府信息|公开工作年度报告")]
    public void Read_TitleOnSeveralLines_Joined(string lines)
    {
        var title = Read([.. lines.Split('|'), "本报告由六部分组成。"]);

        title.ShouldBe(new Title("某某市人民政府办公室2024年政府信息公开工作年度报告", "某某市人民政府办公室", 2024, lines.Split('|').Length));
    }

    [Theory]
    [InlineData("依照政府信息公开工作年度报告的编写规定，某某局整理一年来的数据和做法")]
    [InlineData("根据政府信息公开工作年度报告编制要求")]
    [InlineData("政府信息公开工作年度报告的有关要求编写")]
    public void Read_PrintedLineOfTheOpening_NoTitle(string line) => Read(line, "形成本材料。").Text.ShouldBeEmpty();

    [Fact]
    public void Read_RowOfMetadataAboveTheTitle_TheTitle()
    {
        var row = Row("名称：", "某某区民政局2023年政府信息公开工作年度报告");
        TextLine[] lines = [Row("索引号：", "11341702/2024-00012"), row, new("某某区民政局2024年政府信息公开工作年度报告", new Position(3, 1))];

        TitleReader.Read(lines, 3).ShouldBe(new Title("某某区民政局2024年政府信息公开工作年度报告", "某某区民政局", 2024, 3));
    }

    [Fact]
    public void Read_PrintedRowOfMetadataAboveTheTitle_TheTitle()
    {
        const string Title = "某某区民政局2024年政府信息公开工作年度报告";
        TextLine[] lines = [Printed("名称", Title), Printed("发布机构", "某某区民政局"), Printed(Title)];

        TitleReader.Read(lines, 3).ShouldBe(new Title(Title, "某某区民政局", 2024, 3));
    }

    [Fact]
    public void Read_NothingButARow_TheRow() =>
        TitleReader.Read([Row("某某区民政局", "2024年政府信息公开工作年度报告")], 1).Text.ShouldBe("某某区民政局2024年政府信息公开工作年度报告");

    private static TextLine Printed(params string[] words) =>
        new(string.Join(' ', words), default) { Words = [.. words.Select(word => new Piece(word, default))] };

    private static TextLine Row(params string[] cells) =>
        new(string.Join('\t', cells), default) { Cells = [.. cells.Select(cell => new Piece(cell, default))] };

    [Theory]
    [InlineData("首页 > 政府信息公开 > 年度报告")]
    [InlineData("当前位置：首页>政务公开>政府信息公开工作年度报告")]
    [InlineData("索引号：11341702486344515H/2024-00012")]
    [InlineData("发布时间：2025-01-15")]
    [InlineData("字体：[大 中 小]")]
    [InlineData("【打印】【关闭】")]
    public void Read_FurnitureOfAPageAboveTheTitle_NoPartOfIt(string furniture)
    {
        var title = Read(furniture, "某某区民政局2024年政府信息公开工作年度报告", "本报告由六部分组成。");

        title.ShouldBe(new Title("某某区民政局2024年政府信息公开工作年度报告", "某某区民政局", 2024, 2));
    }

    [Theory]
    [InlineData("某某局2024年政府信息公开工作年度报告", "某某局")]
    [InlineData("某某局|2024年政府信息公开工作年度报告", "某某局")]
    [InlineData("2025-01-20|某某局2024年政府信息公开|工作年度报告", "某某局")]
    [InlineData("某某局2023年政府信息公开工作年度报告", "")]
    [InlineData("根据规定，现公布本局情况。|某某局2024年政府信息公开工作年度报告", "")]
    [InlineData("本局|一|二|三|四|某某局2024年政府信息公开工作年度报告", "")]
    public void Read_HeadingWithoutABodyAboveTheTitle_TheTitleThatNamesIt(string below, string organization) =>
        Read(["2024年政府信息公开工作年度报告", .. below.Split('|')]).Organization.ShouldBe(organization);

    [Theory]
    [InlineData("")]
    [InlineData("某某区2024年工作总结")]
    [InlineData("根据《政府信息公开条例》规定，现发布2024年政府信息公开工作年度报告。")]
    [InlineData("某某区2024年部门预算公开说明")]
    public void Read_NoTitle_Empty(string line) => Read(line, "2024年共公开5条。").ShouldBe(new Title(string.Empty, string.Empty, 0));

    [Fact]
    public void Read_TitleUnderTheFirstHeading_NotLookedFor() =>
        TitleReader.Read([new("一、总体情况", new Position(1)), new("某局2024年政府信息公开工作年度报告", new Position(2))], 0)
            .Text.ShouldBeEmpty();

    private static Title Read(params string[] lines) =>
        TitleReader.Read([.. lines.Select((line, i) => new TextLine(line, new Position(i + 1, 1)))], lines.Length);
}
