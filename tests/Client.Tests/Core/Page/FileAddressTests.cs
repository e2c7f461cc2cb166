using Validation.Client.Page;

namespace Validation.Client.Tests.Core.Page;

public sealed class FileAddressTests
{
    [Theory]
    [InlineData(@"C:\Users\张三\2024 年报.docx", "file:///C:/Users/%E5%BC%A0%E4%B8%89/2024%20%E5%B9%B4%E6%8A%A5.docx")]
    [InlineData("d:/a/b.docx", "file:///d:/a/b.docx")]
    [InlineData(@"C:\100%#1?\a;b&c.docx", "file:///C:/100%25%231%3F/a%3Bb%26c.docx")]
    [InlineData(@"\\?\C:\很长\a.docx", "file:///C:/%E5%BE%88%E9%95%BF/a.docx")]
    [InlineData(@"\\server\共享\a b.docx", "file://server/%E5%85%B1%E4%BA%AB/a%20b.docx")]
    [InlineData(@"\\?\UNC\server\share\a.docx", "file://server/share/a.docx")]
    [InlineData(@"\\10.0.0.5\d$\a.docx", "file://10.0.0.5/d%24/a.docx")]
    [InlineData("/home/zhang/年报.docx", "file:///home/zhang/%E5%B9%B4%E6%8A%A5.docx")]
    [InlineData("//home/a.docx", "file:///home/a.docx")]
    [InlineData("/home/a\\b<\"'>.docx", "file:///home/a%5Cb%3C%22%27%3E.docx")]
    [InlineData("/home/\U00020000.docx", "file:///home/%F0%A0%80%80.docx")]
    public void Address_OfAnAbsolutePath_EscapesWhatAddressesMayNotHold(string path, string address) =>
        FileAddress.Of(path)!.Value.Text.ShouldBe(address);

    [Fact]
    public void Address_OfAPathFromTheCurrentFolder_IsAbsolute() =>
        FileAddress.Of("年报/a.docx")!.Value.Text.ShouldBe(new Uri(Path.GetFullPath("年报/a.docx")).AbsoluteUri);

    [Theory]
    [InlineData("/home/a\\b#c?d%20e.docx")]
    [InlineData("/home/年 报（终稿）'1'.docx")]
    [InlineData("/home/:~!@$&*()+,;=[].docx")]
    public void Address_OfAPosixPath_LeadsBackToIt(string path) =>
        Uri.UnescapeDataString(FileAddress.Of(path)!.Value.Text["file://".Length..]).ShouldBe(path);

    [Theory]
    [InlineData("")]
    [InlineData(@"\\.\COM1")]
    [InlineData(@"\\server")]
    [InlineData("/a\0b")]
    [InlineData("/a\uFFFDb")]
    public void Address_OfWhatIsNoFile_IsNone(string path) => FileAddress.Of(path).ShouldBeNull();

    [Fact]
    public void Address_OfAPathWithHalfACharacter_IsNone()
    {
        FileAddress.Of("/a" + (char)0xD800).ShouldBeNull();
        FileAddress.Of("/a" + (char)0xDC00 + "b").ShouldBeNull();
    }
}
