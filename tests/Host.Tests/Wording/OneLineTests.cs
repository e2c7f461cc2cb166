using Validation.Server.Wording;

namespace Validation.Server.Tests.Wording;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("某某\r\n县\u202E", 9, "某某  县 ")]
    [InlineData("某某县", 3, "某某县")]
    [InlineData("某某县人民政府", 3, "某某县")]
    [InlineData("某某𠮷县", 3, "某某")]
    [InlineData("某某𠮷县", 4, "某某𠮷")]
    public void Of_ATextThatIsTooLong_EndsBetweenCharacters(string text, int most, string line)
    {
        OneLine.Of(text, most).ShouldBe(line);
    }
}
