using Validation.Client.Drafts;

namespace Validation.Client.Tests.Core.Drafts;

/// <summary>Last year's report beside a draft: found by names that differ in the year alone, never guessed.</summary>
public sealed class PriorFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-prior-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("2024年某某局年度报告.docx", "2023年某某局年度报告.docx")]
    [InlineData("2024年某某局年度报告.docx", "2023年某某局年度报告.pdf")]
    [InlineData("某某局-2024.txt", "某某局-2023.txt")]
    [InlineData("2024年报（报送2024）.doc", "2023年报（报送2023）.doc")]
    [InlineData("2024年报-20250115.docx", "2023年报-20250115.docx")]
    public void Beside_NameOfTheYearBefore_IsFound(string draft, string prior)
    {
        Make(draft, prior, "2022年某某局年度报告.docx", "说明.docx");

        PriorFile.Beside(PathOf(draft)).ShouldBe(PathOf(prior));
        PriorFile.IsBeside(PathOf(prior), PathOf(draft)).ShouldBeTrue();
        PriorFile.IsBeside(PathOf(draft), PathOf(prior)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2024年某某局年度报告.docx", "2022年某某局年度报告.docx")]
    [InlineData("2024年某某局年度报告.docx", "2023年另一局年度报告.docx")]
    [InlineData("2024年某某局年度报告.docx", "2023年某某局年度报告（定稿）.docx")]
    [InlineData("2024年报（2025年报送）.docx", "2023年报（2024年报送）.docx")]
    [InlineData("20241231年报.docx", "20231231年报.docx")]
    [InlineData("年报.docx", "2023年报.docx")]
    [InlineData("2024年报.docx", "2023年报.xlsx")]
    public void Beside_AnyOtherName_IsNotTaken(string draft, string other)
    {
        Make(draft, other);

        PriorFile.Beside(PathOf(draft)).ShouldBeNull();
    }

    [Fact]
    public void Beside_SeveralOfOtherKinds_NoneIsTaken()
    {
        Make("2024年报.docx", "2023年报.pdf", "2023年报.doc");

        PriorFile.Beside(PathOf("2024年报.docx")).ShouldBeNull();
    }

    private void Make(params string[] names)
    {
        foreach (var name in names)
        {
            File.WriteAllText(PathOf(name), name);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
