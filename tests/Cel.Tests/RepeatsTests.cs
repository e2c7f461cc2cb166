using Validation.Cel.Functions;

namespace Validation.Cel.Tests;

public sealed class RepeatsTests
{
    private const int Length = 120;

    private static readonly string Plain = string.Concat(Enumerable.Range(0, Length).Select(i => (char)('\u4E00' + i)));

    [Fact]
    public void NextCharacter_RepeatedAnywhere_IsFound()
    {
        for (var at = 0; at < Length - 1; at++)
        {
            var text = Plain.Remove(at + 1, 1).Insert(at + 1, Plain[at].ToString());

            Repeats.NextCharacter(text, 0).ShouldBe(at);
            Repeats.NextCharacter(text, at + 1).ShouldBe(Length);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void NextPair_RepeatedAnywhereAtADistance_IsFound(int distance)
    {
        for (var at = 0; at + distance + 2 <= Length; at++)
        {
            var text = Plain.Remove(at + distance, 2).Insert(at + distance, Plain.Substring(at, 2));

            Repeats.NextPair(text, 0, 2, 8).ShouldBe(at);
            Repeats.NextPair(text, at + 1, 2, 8).ShouldBe(Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("一")]
    [InlineData("一二三四五六")]
    public void NextPair_NothingRepeated_IsTheLength(string text)
    {
        Repeats.NextPair(text, 0, 2, 8).ShouldBe(text.Length);
        Repeats.NextCharacter(text, 0).ShouldBe(text.Length);
    }

    [Fact]
    public void NextPair_RepeatedTooFarAway_IsTheLength()
    {
        var text = Plain.Remove(40, 2).Insert(40, Plain.Substring(31, 2));

        Repeats.NextPair(text, 0, 2, 8).ShouldBe(Length);
    }
}
