using Validation.Engine.Reports.Text;

namespace Validation.Engine.Tests.Reports.Text;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("某某县", 3, "某某县")]
    [InlineData("某某县人民政府", 3, "某某县")]
    [InlineData("某某𠮷县", 3, "某某")]
    [InlineData("某某𠮷县", 4, "某某𠮷")]
    public void Start_OfAText_HasNoHalfOfACharacter(string text, int most, string start) =>
        Characters.Start(text, most).ToString().ShouldBe(start);

    [Theory]
    [InlineData('０', '0')]
    [InlineData('９', '9')]
    [InlineData('Ａ', 'A')]
    [InlineData('（', '(')]
    [InlineData('，', ',')]
    [InlineData('．', '.')]
    [InlineData('／', '/')]
    [InlineData('～', '~')]
    [InlineData('　', ' ')]
    [InlineData('、', '、')]
    [InlineData('。', '。')]
    [InlineData('“', '“')]
    [InlineData('一', '一')]
    [InlineData('0', '0')]
    public void Fold_Character_HalfWidthWhereThereIsOne(char character, char folded) => Characters.Fold(character).ShouldBe(folded);

    [Theory]
    [InlineData(' ', true)]
    [InlineData('\t', true)]
    [InlineData('\u00A0', true)]
    [InlineData('\u3000', true)]
    [InlineData('\u200B', true)]
    [InlineData('\u200D', true)]
    [InlineData('\uFEFF', true)]
    [InlineData('\u00AD', true)]
    [InlineData('0', false)]
    [InlineData('、', false)]
    [InlineData('\u0001', false)]
    public void IsBlank_Character_TrueWhereNothingIsSeen(char character, bool isBlank) => Characters.IsBlank(character).ShouldBe(isBlank);

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\u3000\u00A0", "")]
    [InlineData("规 章", "规章")]
    [InlineData("１，２３４．５", "1,234.5")]
    [InlineData("0\u200B", "0")]
    [InlineData("（一）\u3000予以公开", "(一)予以公开")]
    public void Squeeze_Text_NoWhiteSpaceAndHalfWidth(string text, string squeezed) => Characters.Squeeze(text).ShouldBe(squeezed);

    [Theory]
    [InlineData("3.危及“三安全一稳定”", "3危及三安全一稳定")]
    [InlineData("（二）部分公开（区分处理的，只计这一情形）", "二部分公开区分处理的只计这一情形")]
    [InlineData("第二十条  第（一）项", "第二十条第一项")]
    [InlineData("本年收费金额（单位：万元）", "本年收费金额单位万元")]
    [InlineData("——", "")]
    [InlineData("𠮷", "𠮷")]
    public void Words_Text_LettersAndDigitsOnly(string text, string words) => Characters.Words(text).ShouldBe(words);

    [Fact]
    public void Words_LongText_AsForShortText()
    {
        var text = string.Concat(Enumerable.Repeat("规 章、", 300));

        Characters.Words(text).ShouldBe(string.Concat(Enumerable.Repeat("规章", 300)));
    }
}
