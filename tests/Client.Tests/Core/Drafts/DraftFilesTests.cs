using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

public sealed class DraftFilesTests
{
    [Theory]
    [InlineData("年报.docx", true)]
    [InlineData("年报.DOCX", true)]
    [InlineData("年报.wps", true)]
    [InlineData("年报.doc", true)]
    [InlineData("年报.pdf", true)]
    [InlineData("年报.html", true)]
    [InlineData("年报.htm", true)]
    [InlineData("年报.rtf", true)]
    [InlineData("年报.odt", true)]
    [InlineData("年报.ofd", true)]
    [InlineData("2024/街道办/年报.txt", true)]
    [InlineData("~$年报.docx", false)]
    [InlineData(".~年报.docx", false)]
    [InlineData(".年报.docx", false)]
    [InlineData(".backup/年报.docx", false)]
    [InlineData("~WRL0001.tmp", false)]
    [InlineData("年报.docx.tmp", false)]
    [InlineData("年报.xlsx", false)]
    [InlineData("年报", false)]
    public void Name_InTheFolder_IsADraftOrNot(string name, bool draft) =>
        DraftFiles.IsDraft("/work", Path.Combine("/work", name)).ShouldBe(draft);

    [Fact]
    public void Folder_WithLinksToFolders_GivesEachDraftOnce()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TestFolder();
        var draft = folder.Write("街道办/年报.txt", "1");
        Directory.CreateSymbolicLink(folder.File("回来"), folder.Path);
        Directory.CreateSymbolicLink(folder.File("另一个名字"), folder.File("街道办"));

        DraftFiles.In(folder.Path).ShouldBe([draft]);
    }
}
