using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

public sealed class DraftFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public DraftFolderTests()
    {
        foreach (var name in (string[])
            ["乙.txt", "甲.DOCX", "~$甲.docx", ".乙.txt", "丙.tmp", "丁.xlsx", "下级/戊.html", "下级/再下/己.pdf", ".git/庚.txt"])
        {
            _folder.Write(name, "内容");
        }
    }

    [Fact]
    public void Folder_Alone_GivesItsOwnDrafts() => Names(recursive: false).ShouldBe(["乙.txt", "甲.DOCX"]);

    [Fact]
    public void Folder_WithSubfolders_GivesAllSorted() =>
        Names(recursive: true).ShouldBe(["下级/再下/己.pdf", "下级/戊.html", "乙.txt", "甲.DOCX"]);

    [Fact]
    public void Folder_ThatIsNotThere_GivesNothing() => DraftFolder.Find(_folder.File("没有"), recursive: true).ShouldBeNull();

    [Fact]
    public void Link_BackToItsOwnFolder_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateSymbolicLink(_folder.File("下级/回来"), _folder.Path);

        Names(recursive: true).Count.ShouldBe(4);
    }

    public void Dispose() => _folder.Dispose();

    private List<string> Names(bool recursive) =>
        [.. DraftFolder.Find(_folder.Path, recursive)!.Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/'))];
}
