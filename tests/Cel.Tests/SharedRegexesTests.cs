using Validation.Cel.Functions;

namespace Validation.Cel.Tests;

public sealed class SharedRegexesTests
{
    [Fact]
    public void Get_SameTextTwice_TheSameExpression()
    {
        var regex = SharedRegexes.Get("shared[0-9]+");

        SharedRegexes.Get("shared[0-9]+").ShouldBeSameAs(regex);
        SharedRegexes.Get("shared[0-9]*").ShouldNotBeSameAs(regex);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[b-a]")]
    public void Get_Malformed_Throws(string pattern) => Should.Throw<ArgumentException>(() => SharedRegexes.Get(pattern));

    [Fact]
    public void Get_MoreThanAreKept_AllWork()
    {
        for (var i = 0; i < 4200; i++)
        {
            SharedRegexes.Get($"^{i}$").IsMatch($"{i}").ShouldBeTrue();
        }
    }
}
