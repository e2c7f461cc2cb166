using Validation.Client.Monitor;
using Validation.Tray.Icons;
using Validation.Tray.Menu;

namespace Validation.Tray.Tests.Menu;

public sealed class StatusTextTests
{
    [Theory]
    [InlineData(nameof(MonitorState.Normal), 0, 0, "正常")]
    [InlineData(nameof(MonitorState.Problems), 3, 0, "3 份草稿须修改或未能判定")]
    [InlineData(nameof(MonitorState.Connecting), 0, 0, "还没有得到校验服务的应答")]
    [InlineData(nameof(MonitorState.Unchecked), 0, 0, "2 份草稿还没有检查过")]
    [InlineData(nameof(MonitorState.Checking), 0, 1, "正在检查")]
    [InlineData(nameof(MonitorState.Offline), 0, 0, "校验服务没有应答")]
    [InlineData(nameof(MonitorState.Offline), 2, 2, "校验服务没有应答；2 份草稿等待检查，恢复后自动检查")]
    [InlineData(nameof(MonitorState.Paused), 0, 0, "已暂停")]
    [InlineData(nameof(MonitorState.Paused), 1, 3, "已暂停；3 份草稿等待检查，恢复后自动检查")]
    public void Of_EachState_SaysItInOneLine(string state, int problems, int waiting, string text)
    {
        var status = Statuses.Of(Enum.Parse<MonitorState>(state)) with { Problems = problems, Waiting = waiting, Unchecked = 2 };

        StatusText.Of(status, TimeZoneInfo.Utc).ShouldBe(text);
    }

    [Fact]
    public void ToolTip_WithoutFolder_SaysWhatIsAmiss()
    {
        var status = Statuses.Of(MonitorState.Normal) with { MissingFolders = [@"E:\旧"], CannotSave = true };

        StatusText.ToolTip(status, watches: false, TimeZoneInfo.Utc).Split('\n').ShouldBe(
        [
            "年报校验：正常", "服务器：https://10.0.0.8:5081", "还没有选择要监视的文件夹", "磁盘写不进去：报告和检查记录没有存下来。", @"找不到文件夹：E:\旧",
        ]);
    }

    [Fact]
    public void ToolTip_WhileDraftsWait_SaysHowMany()
    {
        var status = Statuses.Of(MonitorState.Offline) with { Waiting = 2 };

        StatusText.ToolTip(status, watches: true, TimeZoneInfo.Utc).Split('\n')[0]
            .ShouldBe("年报校验：校验服务没有应答；2 份草稿等待检查，恢复后自动检查");
    }

    [Fact]
    public void ToolTip_OfUncheckedDraftsBesideProblems_CountsThem()
    {
        var status = Statuses.Of(MonitorState.Problems) with { Problems = 1, Unchecked = 3 };

        StatusText.ToolTip(status, watches: true, TimeZoneInfo.Utc).ShouldContain("\n3 份草稿还没有检查过");
    }

    [Fact]
    public void ToolTip_OfManyMissingFolders_FitsTheShell()
    {
        var folders = Enumerable.Repeat(@"E:\年报\2025 年度", 20).ToList();
        var status = Statuses.Of(MonitorState.Normal) with { MissingFolders = folders };

        var toolTip = StatusText.ToolTip(status, watches: true, TimeZoneInfo.Utc);

        toolTip.Length.ShouldBe(127);
        toolTip.ShouldStartWith("年报校验：正常\n");
        toolTip.ShouldEndWith("…");
    }

    [Fact]
    public void Icon_OfEachState_IsAnotherAndNoneButNormalIsATick()
    {
        var icons = Enum.GetValues<MonitorState>().ToLookup(StatusText.Icon);

        icons.Count.ShouldBe(Enum.GetValues<IconState>().Length);
        icons[IconState.Normal].ShouldBe([MonitorState.Normal]);
        icons[IconState.Unknown].ShouldBe([MonitorState.Connecting, MonitorState.Unchecked]);
    }
}
