using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

public sealed class DraftTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task File_ThatIsThere_IsReadWhole()
    {
        var content = await Draft.FromFile(_folder.Write("年报.txt", "内容")).ReadAsync(default).InTime();

        content.Failure.ShouldBeNull();
        System.Text.Encoding.UTF8.GetString(content.Bytes.Span).ShouldBe("内容");
    }

    [Fact]
    public async Task File_OpenInAWordProcessor_IsRead()
    {
        var path = _folder.Write("年报.txt", "内容");
        await using var open = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        (await Draft.FromFile(path).ReadAsync(default).InTime()).Failure.ShouldBeNull();
    }

    [Theory]
    [InlineData("没有.docx", "找不到")]
    [InlineData("没有/没有.docx", "找不到")]
    [InlineData(".", "文件夹")]
    [InlineData("", "文件夹")]
    [InlineData("a\0b", "找不到")]
    public async Task File_ThatCannotBeRead_SaysWhy(string name, string reason)
    {
        var content = await Draft.FromFile(_folder.File(name)).ReadAsync(default).InTime();

        content.Failure!.Kind.ShouldBe(FailureKind.FileUnreadable);
        content.Failure.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task File_Locked_SaysWhy()
    {
        var path = _folder.Write("年报.txt", "内容");
        await using var open = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        (await Draft.FromFile(path).ReadAsync(default).InTime()).Failure!.Message.ShouldContain("占用");
    }

    [Fact]
    public async Task File_FarTooLarge_IsNotRead()
    {
        var path = _folder.File("大.txt");
        await using (var file = File.Create(path))
        {
            file.SetLength(Draft.MaxBytes + 1L);
        }

        (await Draft.FromFile(path).ReadAsync(default).InTime()).Failure!.Kind.ShouldBe(FailureKind.FileTooLarge);
    }

    public void Dispose() => _folder.Dispose();
}
