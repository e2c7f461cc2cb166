using System.Xml.Linq;
using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Tray.Notices;

namespace Validation.Tray.Tests.Notices;

public sealed class ToastXmlTests
{
    [Fact]
    public void Of_ADraft_HasButtonsWithAddresses()
    {
        var draft = Draft("年报.docx");
        var toast = Parse("年报.docx", "有错误\n很可能“总计”应为 22。", sound: true, Target(draft));

        toast.Attribute("activationType")!.Value.ShouldBe("protocol");
        toast.Attribute("launch")!.Value.ShouldBe($"validation-report:report/{draft.Id.Text}");
        toast.Descendants("text").Select(text => text.Value).ShouldBe(["年报.docx", "有错误\n很可能“总计”应为 22。"]);
        var buttons = toast.Descendants("action");
        buttons.Select(button => (Of(button, "content"), Of(button, "activationType"), Of(button, "arguments"))).ShouldBe(
        [
            ("打开报告", "protocol", $"validation-report:report/{draft.Id.Text}"),
            ("打开文件", "protocol", $"validation-report:file/{draft.Id.Text}"),
        ]);
        toast.Descendants("audio").ShouldBeEmpty();
    }

    [Fact]
    public void Of_AllDrafts_HasNoButtonsAndMayBeSilent()
    {
        var toast = Parse("检查了 2 份草稿", "共 2 份", sound: false, NoticeTarget.Of(new ProgramAddress(ProgramWish.AllDrafts), _ => { }));

        toast.Descendants("actions").ShouldBeEmpty();
        toast.Element("audio")!.Attribute("silent")!.Value.ShouldBe("true");
    }

    [Theory]
    [InlineData("</text><actions><action activationType=\"protocol\" arguments=\"https://example.com\" content=\"x\"/></actions>.docx")]
    [InlineData("年报\" launch='file:///c:/windows'.docx")]
    [InlineData("&#x0;&lt;&quot;]]><!--.docx")]
    [InlineData("年\u0000\u0001\u000b\ud800报\uffff.docx")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///c:/\">]>&b;.docx")]
    public void Of_AHostileName_IsWordsOnly(string name)
    {
        var draft = Draft(name);
        var toast = Parse(name, name, sound: true, Target(draft));

        toast.Descendants().Select(element => element.Name.LocalName)
            .ShouldBe(["visual", "binding", "text", "text", "actions", "action", "action"]);
        toast.DescendantNodesAndSelf().OfType<XElement>().SelectMany(element => element.Attributes())
            .Select(attribute => attribute.Value).ShouldAllBe(value => !value.Contains("http", StringComparison.Ordinal));
        toast.Descendants("text").First().Value.ShouldBe(new string([.. name.Select(Shown)]));
        ProgramAddress.TryParse(toast.Attribute("launch")!.Value, out var address).ShouldBeTrue();
        address.ShouldBe(new ProgramAddress(ProgramWish.Report, draft.Id));
    }

    [Fact]
    public void Of_ANoticeWithoutAnAddress_IsNone() =>
        ToastXml.Of("标题", "文字", sound: true, new NoticeTarget("settings", () => { })).ShouldBeNull();

    private static char Shown(char unit) => unit < ' ' || unit >= 0xFFFE || char.IsSurrogate(unit) ? '\uFFFD' : unit;

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static XElement Parse(string title, string text, bool sound, NoticeTarget target) =>
        XDocument.Parse(ToastXml.Of(title, text, sound, target).ShouldNotBeNull(), LoadOptions.PreserveWhitespace).Root!;

    private static NoticeTarget Target(CheckedDraft draft) => NoticeTarget.OfReport(draft, _ => { });

    private static CheckedDraft Draft(string name) => new()
    {
        FilePath = "D:\\年报\\" + name, Summary = "有错误", CheckedAt = DateTimeOffset.UnixEpoch,
    };
}
