using Validation.Client.Wording;

namespace Validation.Client.Tests.Core.Wording;

public sealed class ShellTextTests
{
    // A family: four people, joined to one character of eleven UTF-16 units.
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";

    [Theory]
    [InlineData(nameof(ShellText.ToolTip), 127)]
    [InlineData(nameof(ShellText.Title), 63)]
    [InlineData(nameof(ShellText.Body), 255)]
    public void Text_OfAnyLength_FitsItsRoom(string room, int most)
    {
        Shorten(room, "").ShouldBe("");
        Shorten(room, new string('字', most)).ShouldBe(new string('字', most));
        Shorten(room, new string('字', most + 1)).ShouldBe(new string('字', most - 1) + "…");
        Shorten(room, new string('字', 10_000)).ShouldBe(new string('字', most - 1) + "…");
    }

    [Theory]
    [InlineData("𠮷")]
    [InlineData("e\u0301")]
    [InlineData("a\u0323\u0302")]
    [InlineData("葛\U000E0100")]
    [InlineData("\r\n")]
    [InlineData(Family)]
    public void Text_CutWithinACharacter_LosesItWhole(string character)
    {
        for (var before = 62 - character.Length; before < 62; before++)
        {
            var text = new string('字', before) + character + new string('字', 20);

            var fits = before + character.Length <= 62;
            ShellText.Title(text).ShouldBe(new string('字', before) + (fits ? character : "") + "…");
        }
    }

    [Fact]
    public void Text_OfOneEndlessCharacter_IsAnEllipsis()
    {
        ShellText.Title("e" + new string('\u0301', 1_000)).ShouldBe("…");
    }

    [Fact]
    public void Text_OfHalfCharacters_IsCutAllTheSame()
    {
        ShellText.Title(new string('\uD842', 64)).ShouldBe(new string('\uD842', 62) + "…");
    }

    private static string Shorten(string room, string text) => room switch
    {
        nameof(ShellText.ToolTip) => ShellText.ToolTip(text),
        nameof(ShellText.Title) => ShellText.Title(text),
        _ => ShellText.Body(text),
    };
}
