using Validation.Client.Drafts;

namespace Validation.Client.Tests.Core.Drafts;

/// <summary>Addresses come from anybody, a page of the internet too.</summary>
public sealed class ProgramAddressTests
{
    private static readonly DraftId Id = DraftId.Of("D:\\年报\\年报.docx");

    [Fact]
    public void Text_OfEachWish_IsReadAgain()
    {
        ProgramAddress[] addresses =
        [
            new(ProgramWish.Report, Id), new(ProgramWish.File, Id), new(ProgramWish.Comments, Id), new(ProgramWish.AllDrafts),
            new(ProgramWish.Server),
        ];

        foreach (var address in addresses)
        {
            ProgramAddress.TryParse(address.Text, out var read).ShouldBeTrue(address.Text);
            read.ShouldBe(address);
        }

        Enum.GetValues<ProgramWish>().Length.ShouldBe(addresses.Length);
        new ProgramAddress(ProgramWish.Report, Id).Text.ShouldMatch("^validation-report:report/[0-9a-f]{24}$");
    }

    [Theory]
    [InlineData("")]
    [InlineData("validation-report:")]
    [InlineData("validation-report:all/")]
    [InlineData("validation-report://all")]
    [InlineData("Validation-Report:all")]
    [InlineData("validation-report:all ")]
    [InlineData("validation-report:report")]
    [InlineData("validation-report:report/")]
    [InlineData("validation-report:report/0123456789abcdef0123456")]
    [InlineData("validation-report:report/0123456789abcdef012345678")]
    [InlineData("validation-report:report/0123456789ABCDEF01234567")]
    [InlineData("validation-report:report/0123456789abcdef0123456\uff17")]
    [InlineData("validation-report:report/0123456789abcdef01234567/")]
    [InlineData("validation-report:report/0123456789abcdef01234567?x")]
    [InlineData("validation-report:report/C:\\Windows\\System32\\calc.exe")]
    [InlineData("validation-report:report/..\\..\\..\\年报.docx")]
    [InlineData("validation-report:file/\\\\server\\share\\x.exe")]
    [InlineData("validation-report:delete/0123456789abcdef01234567")]
    [InlineData("validation-report:all\" --uninstall \"")]
    [InlineData("validation-report:report/0123456789abcdef01234567\" --uninstall \"")]
    [InlineData("https://example.com/validation-report:all")]
    [InlineData("file:///c:/validation-report:all")]
    [InlineData("validation-report:all\0")]
    public void TryParse_OfAnythingElse_IsNone(string text) => ProgramAddress.TryParse(text, out _).ShouldBeFalse();
}
