using Validation.Cli.Commands;

namespace Validation.Client.Tests.Cli.Commands;

public sealed class SpellingTests
{
    private static readonly string[] Names =
        ["check", "watch", "claims", "rules", "accept", "accepted", "--recursive", "--format", "--sort"];

    [Theory]
    [InlineData("chekc", "check")]
    [InlineData("wach", "watch")]
    [InlineData("rule", "rules")]
    [InlineData("acept", "accept")]
    [InlineData("--formt", "--format")]
    [InlineData("--rec", "--recursive")]
    [InlineData("--recursiv", "--recursive")]
    [InlineData("年报.docx", null)]
    [InlineData("report", null)]
    [InlineData("--x", null)]
    [InlineData("x", null)]
    public void Nearest_OfWhatWasWritten_IsTheNameThatWasMeant(string written, string? meant) =>
        Spelling.Nearest(written, Names).ShouldBe(meant);
}
