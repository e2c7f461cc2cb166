using Validation.Server.Pages.Rules;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>The files of an overlay as one text, and back.</summary>
public sealed class OverlayTextTests
{
    [Fact]
    public void Files_WrittenAndReadAgain_AreTheSameByteForByte()
    {
        RuleFile[] files = [File("a.yaml", "- x\r\n\r\n"), File("b/c.yml", "# 只有注释"), File("local.yaml", "- y\n")];

        OverlayText.Read(OverlayText.Write(files), files).Files.ShouldBe(files);
    }

    [Fact]
    public void OneFileOfTheUsualName_NeedsNoLineWithIt()
    {
        OverlayText.Write([File("local.yaml", "- x")]).ShouldBe("- x\n");
        OverlayText.Read("- x\r\n- y", []).Files.ShouldBe([File("local.yaml", "- x\n- y\n")]);
    }

    [Fact]
    public void OneFileOfAnotherName_KeepsItWithoutTheLine()
    {
        OverlayText.Read("- y", [File("热线.yaml", "- x")]).Files.ShouldBe([File("热线.yaml", "- y\n")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\n ")]
    [InlineData("# ===== a.yaml =====\n\n")]
    public void Text_WithoutContent_HasNoFiles(string text)
    {
        OverlayText.Read(text, []).Files.ShouldBeEmpty();
    }

    [Fact]
    public void Lines_OfFiles_AreLinesOfTheText()
    {
        var text = OverlayText.Read("# ===== a.yaml =====\n- x\n- y\n# ===== b.yaml =====\n- z\n", []);

        text.Files.Select(file => file.Path).ShouldBe(["a.yaml", "b.yaml"]);
        (text.LineOf("a.yaml", 2), text.LineOf("b.yaml", 1), text.LineOf("b.yaml", 0)).ShouldBe((3, 5, 5));
    }

    [Fact]
    public void NameWithoutRulesBelow_IsNoFileAndTwoOfOneNameAreTwo()
    {
        var text = OverlayText.Read("- a\n# ===== local.yaml =====\n- b\n# ===== c.yaml =====\n", []);

        text.Files.Select(file => file.Path).ShouldBe(["local.yaml", "local.yaml"]);
    }

    private static RuleFile File(string path, string text) => new() { Path = path, Text = text };
}
