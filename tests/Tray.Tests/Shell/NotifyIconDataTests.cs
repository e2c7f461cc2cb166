using H.NotifyIcon.Core.Internal;

namespace Validation.Tray.Tests.Shell;

public sealed class NotifyIconDataTests
{
    [Fact]
    public unsafe void Size_OfTheStructure_IsThatOfTheShell()
    {
        sizeof(NotifyIconData).ShouldBe(976);
    }

    [Fact]
    public void Texts_ThatFit_StayWhole()
    {
        var data = new NotifyIconData { Tip = new string('字', 127), Info = new string('字', 255), Title = new string('字', 63) };

        data.Tip.ShouldBe(new string('字', 127));
        data.Info.ShouldBe(new string('字', 255));
        data.Title.ShouldBe(new string('字', 63));
    }

    [Fact]
    public void Texts_ThatAreTooLong_EndInAnEllipsis()
    {
        var data = new NotifyIconData { Tip = new string('字', 128), Info = new string('字', 256), Title = new string('字', 64) };

        data.Tip.ShouldBe(new string('字', 126) + "…");
        data.Info.ShouldBe(new string('字', 254) + "…");
        data.Title.ShouldBe(new string('字', 62) + "…");
    }

    [Fact]
    public void Text_CutInARareCharacter_LosesItWhole()
    {
        var text = new string('字', 61) + "𠮷𠮷";
        var data = new NotifyIconData { Title = text };

        data.Title.ShouldBe(new string('字', 61) + "…");
    }

    [Fact]
    public void Text_ThatIsReplaced_LeavesNothingBehind()
    {
        var data = new NotifyIconData { Tip = "年报校验：有错误" };
        data.Tip = "正常";

        data.Tip.ShouldBe("正常");
    }
}
