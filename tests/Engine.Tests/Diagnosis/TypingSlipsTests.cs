using Validation.Engine.Diagnosis;

namespace Validation.Engine.Tests.Diagnosis;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("39", "34", nameof(Slip.OneDigit))]
    [InlineData("134", "234", nameof(Slip.OneDigit))]
    [InlineData("7", "8", nameof(Slip.OneDigit))]
    [InlineData("43", "34", nameof(Slip.SwappedDigits))]
    [InlineData("1324", "1234", nameof(Slip.SwappedDigits))]
    [InlineData("14", "134", nameof(Slip.MissingDigit))]
    [InlineData("13", "133", nameof(Slip.MissingDigit))]
    [InlineData("344", "34", nameof(Slip.ExtraDigit))]
    [InlineData("334", "34", nameof(Slip.ExtraDigit))]
    [InlineData("29", "34", nameof(Slip.None))]
    [InlineData("12", "345", nameof(Slip.None))]
    [InlineData("321", "123", nameof(Slip.None))]
    public void OfDigits_TwoNumbers_Slip(string before, string after, string slip) =>
        TypingSlips.OfDigits(before, after).ToString().ShouldBe(slip);
}
