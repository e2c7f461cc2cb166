using Validation.Engine.Bodies;
using Validation.V1;

namespace Validation.Engine.Tests.Bodies;

public sealed class BodyRegisterTests
{
    [Theory]
    [InlineData("江苏省人民政府", BodyKind.Province, BodyLevel.Province)]
    [InlineData("北京市人民政府", BodyKind.Province, BodyLevel.Province)]
    [InlineData("广西壮族自治区人民政府", BodyKind.Province, BodyLevel.Province)]
    [InlineData("秦皇岛市人民政府", BodyKind.City, BodyLevel.City)]
    [InlineData("景德镇市人民政府", BodyKind.City, BodyLevel.City)]
    [InlineData("江苏省苏州市人民政府", BodyKind.City, BodyLevel.City)]
    [InlineData("大理白族自治州人民政府", BodyKind.City, BodyLevel.City)]
    [InlineData("和田地区行政公署", BodyKind.City, BodyLevel.City)]
    [InlineData("昆山市人民政府", BodyKind.County, BodyLevel.County)]
    [InlineData("江苏省苏州市昆山市人民政府", BodyKind.County, BodyLevel.County)]
    [InlineData("某某县人民政府", BodyKind.County, BodyLevel.County)]
    [InlineData("保定市徐水区人民政府", BodyKind.County, BodyLevel.County)]
    [InlineData("鄂温克族自治旗人民政府", BodyKind.County, BodyLevel.County)]
    [InlineData("某某县", BodyKind.County, BodyLevel.County)]
    [InlineData("某某区", BodyKind.County, BodyLevel.County)]
    [InlineData("昆山市", BodyKind.County, BodyLevel.County)]
    [InlineData("秦皇岛市", BodyKind.City, BodyLevel.City)]
    [InlineData("某某高新技术产业开发区", BodyKind.Unspecified, BodyLevel.Unspecified)]
    [InlineData("某某市人民政府", BodyKind.Unspecified, BodyLevel.Unspecified)]
    [InlineData("某某县某某镇人民政府", BodyKind.Township, BodyLevel.Township)]
    [InlineData("某某镇", BodyKind.Township, BodyLevel.Township)]
    [InlineData("某某县某某镇人民政府办公室", BodyKind.Township, BodyLevel.Township)]
    [InlineData("景德镇", BodyKind.Unspecified, BodyLevel.Unspecified)]
    [InlineData("某某区某某街道办事处", BodyKind.Street, BodyLevel.Township)]
    [InlineData("某某街道", BodyKind.Street, BodyLevel.Township)]
    [InlineData("昆山市人民政府办公室", BodyKind.Department, BodyLevel.County)]
    [InlineData("某某县民政局", BodyKind.Department, BodyLevel.Unspecified)]
    [InlineData("某某县住房和城乡建设局", BodyKind.Department, BodyLevel.Unspecified)]
    [InlineData("某某县卫生健康委员会", BodyKind.Department, BodyLevel.Unspecified)]
    [InlineData("某某社区居民委员会", BodyKind.Unspecified, BodyLevel.Unspecified)]
    [InlineData("住房公积金管理委员会", BodyKind.Unspecified, BodyLevel.Unspecified)]
    [InlineData("某某经济技术开发区管理委员会", BodyKind.Zone, BodyLevel.Unspecified)]
    [InlineData("国家税务总局某某县税务局", BodyKind.Vertical, BodyLevel.Unspecified)]
    [InlineData("国家统计局某某调查队", BodyKind.Vertical, BodyLevel.Unspecified)]
    [InlineData("某某大学", BodyKind.Unspecified, BodyLevel.Unspecified)]
    [InlineData("", BodyKind.Unspecified, BodyLevel.Unspecified)]
    public void Name_WithoutAList_TellsOnlyWhatIsCertain(string name, BodyKind kind, BodyLevel level)
    {
        BodyRegister.Empty.NatureOf(name).ShouldBe(new BodyNature(kind, level));
    }

    [Fact]
    public void Divisions_AreThoseOfTheirYear()
    {
        Divisions.Provinces.Count.ShouldBe(31);
        Divisions.Cities.Count.ShouldBe(293);
        Divisions.Prefectures.Count.ShouldBe(40);
        Divisions.CountyCities.Count.ShouldBe(397);
        Divisions.Cities.Intersect(Divisions.CountyCities).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("某某县 民政局")]
    [InlineData("某某县\u3000民政局")]
    [InlineData("县民政（老龄）局")]
    [InlineData("县民政(老龄)局")]
    public void Name_ThatDiffersInWidthAndBlanks_IsMatched(string name)
    {
        Register.Find(name)!.Name.ShouldBe("某某县民政局");
        Register.KeyOf(name).ShouldBe("某某县民政局");
    }

    [Theory]
    [InlineData("某县民政局")]
    [InlineData("民政局")]
    [InlineData("某某县民政局办公室")]
    [InlineData("信息中心")]
    public void Name_ThatIsAnother_OrFitsTwo_IsMatchedToNone(string name)
    {
        Register.Find(name).ShouldBeNull();
        Register.KeyOf(name).ShouldBe(name);
    }

    [Fact]
    public void Kind_OfTheList_CountsBeforeTheName()
    {
        Register.NatureOf("县民政(老龄)局").ShouldBe(new BodyNature(BodyKind.Vertical, BodyLevel.County));
        Register.NatureOf("县信息中心").ShouldBe(new BodyNature(BodyKind.Department, BodyLevel.Unspecified));
        Register.Candidates("信息中心").Count.ShouldBe(2);
        Register.Ambiguous.ShouldBe(["信息中心"]);
    }

    private static BodyRegister Register { get; } = new(
    [
        new Body { Name = "某某县民政局", Aliases = { "县民政(老龄)局" }, Kind = BodyKind.Vertical, Level = BodyLevel.County },
        new Body { Name = "县信息中心", Aliases = { "信息中心" }, Kind = BodyKind.Department },
        new Body { Name = "市信息中心", Aliases = { "信息中心" } },
    ]);
}
