using Validation.Client.Monitor;
using Validation.Tray.Menu;

namespace Validation.Tray.Tests.Menu;

public sealed class TrayMenuTests
{
    private readonly NoActions _actions = new();

    [Fact]
    public void Compose_WithoutDraftsAndFolders_SaysSo()
    {
        var menu = Compose(Statuses.Of(MonitorState.Normal));

        Rows(menu).ShouldBe(
        [
            "[正常]", "-", "最近的草稿(&R): [（还没有检查过草稿）]", "全部草稿(&L)…", "立即检查(&C)…", "-",
            "监视的文件夹(&W): 添加文件夹(&A)…", "暂停一小时(&P)", "服务器状态(&S)", "设置(&T)…", "开机启动(&B)", "-", "关于(&I)", "退出(&X)",
        ]);
    }

    [Fact]
    public void Compose_WithDrafts_OffersReportAndFile()
    {
        var status = Statuses.Of(MonitorState.Problems) with { Problems = 1 };
        var menu = Compose(status, [Draft("年报 A&B.docx", report: true), Draft("旧.doc", report: false)]);

        Rows(menu)[0].ShouldBe("[1 份草稿须修改或未能判定]");
        Rows(menu)[2].ShouldBe(
            "最近的草稿(&R): 年报 A&&B.docx\t有错误: 打开报告(&O) | 在 Word 批注中打开(&W) | 打开文件(&F) | 旧.doc\t有错误: [打开报告(&O)] | 打开文件(&F)");
    }

    [Fact]
    public void Compose_WithADraftThatHasFindings_OffersToSayThatTheyAreRight()
    {
        var menu = Compose(Statuses.Of(MonitorState.Problems), [Draft("年报.docx", report: true) with { Errors = 1 }]);

        Rows(menu)[2].ShouldEndWith("打开文件(&F) | 已核对，不再提示(&K)…");
    }

    [Fact]
    public void Compose_WithFolders_OffersToOpenAddAndRemoveThem()
    {
        var status = Statuses.Of(MonitorState.Normal) with { MissingFolders = [@"E:\旧"] };
        var menu = TrayMenu.Compose(
            new MenuContent(status, [], [@"D:\年报", @"E:\旧"], FoldersAreFixed: false, StartsWithWindows: true), TimeZoneInfo.Utc, _actions);

        Rows(menu)[6].ShouldBe(
            @"监视的文件夹(&W): D:\年报 | 找不到文件夹：E:\旧 | - | 添加文件夹(&A)… | 不再监视(&D): D:\年报 | E:\旧");
        Rows(menu)[10].ShouldBe("*开机启动(&B)");
    }

    [Fact]
    public void Compose_WithFoldersOfAPolicy_OffersNoChange()
    {
        var menu = TrayMenu.Compose(
            new MenuContent(Statuses.Of(MonitorState.Normal), [], [@"D:\年报"], FoldersAreFixed: true, StartsWithWindows: false),
            TimeZoneInfo.Utc,
            _actions);

        Rows(menu)[6].ShouldBe(@"监视的文件夹(&W): D:\年报 | - | [添加文件夹(&A)…]");
    }

    [Fact]
    public void Compose_WhilePaused_OffersToGoOn()
    {
        var end = new DateTimeOffset(2025, 1, 2, 7, 5, 0, TimeSpan.Zero);
        var status = Statuses.Of(MonitorState.Paused) with { PausedUntil = end, Waiting = 2 };
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(8), null, null);
        var menu = TrayMenu.Compose(new MenuContent(status, [], [], FoldersAreFixed: false, StartsWithWindows: false), zone, _actions);

        Rows(menu)[0].ShouldBe("[已暂停，到 15:05 为止；2 份草稿等待检查，恢复后自动检查]");
        Rows(menu)[7].ShouldBe("继续(&P)");
    }

    [Fact]
    public void Compose_WithDraftsThatWereNeverChecked_OffersToCheckThem()
    {
        var menu = Compose(Statuses.Of(MonitorState.Unchecked) with { Unchecked = 2 });

        Rows(menu)[..2].ShouldBe(["[2 份草稿还没有检查过]", "现在检查没有检查过的 2 份草稿(&N)"]);
    }

    [Fact]
    public void Compose_OfANameThatTurnsTextAround_ShowsItInOrder()
    {
        var menu = Compose(Statuses.Of(MonitorState.Normal), [Draft("年\u202e报\u0007.docx", report: true)]);

        Rows(menu)[2].ShouldContain("年\uFFFD报\uFFFD.docx");
    }

    [Fact]
    public void Compose_OfALongName_KeepsItsEnd()
    {
        var name = new string('长', 60) + "最终稿.docx";

        var menu = Compose(Statuses.Of(MonitorState.Normal), [Draft(name, report: true)]);

        var row = menu.OfType<SubMenu>().First().Items.OfType<SubMenu>().Single().Text.Split('\t')[0];
        row.Length.ShouldBe(40);
        row.ShouldEndWith("最终稿.docx");
    }

    private IReadOnlyList<MenuItem> Compose(MonitorStatus status, params IReadOnlyList<CheckedDraft> recent) => TrayMenu.Compose(
        new MenuContent(status, recent, [], FoldersAreFixed: false, StartsWithWindows: false), TimeZoneInfo.Utc, _actions);

    private static CheckedDraft Draft(string name, bool report) => new()
    {
        FilePath = Path.Combine(Path.GetTempPath(), name),
        Summary = "有错误",
        CheckedAt = DateTimeOffset.UnixEpoch,
        ReportFile = report ? "报告.html" : null,
    };

    /// <summary>The rows as text: grey ones in brackets, ticked ones with a star, menus with what is in them.</summary>
    private static List<string> Rows(IEnumerable<MenuItem> items) => [.. items.Where(item => item.Visible).Select(Row)];

    private static string Row(MenuItem item) => item switch
    {
        SubMenu menu => $"{menu.Text}: {string.Join(" | ", Rows(menu.Items))}",
        MenuRow { Enabled: false } row => $"[{row.Text}]",
        MenuRow { Checked: true } row => $"*{row.Text}",
        MenuRow row => row.Text,
        _ => "-",
    };
}
