using Validation.Tests.Support;
using Validation.Tray.Icons;
using Validation.Tray.Tests.Support;

namespace Validation.Tray.Tests;

/// <summary>A clerk who says that a number is right.</summary>
[Collection(WineDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class TrayAcknowledgeTests(WineDesktop desktop, ServerProcess server) : TrayWithServer(desktop, server)
{
    // After the report, the comments and the file.
    private const int Acknowledge = 3;
    private const string Draft = "年报草稿.docx";

    [WineFact]
    public async Task Finding_SaidToBeRight_CountsNoMoreUntilTheNumberChanges()
    {
        using var folder = new WatchedFolder();
        await using var tray = await StartAsync(folder);
        folder.SaveDocx(Draft, wrong: true);
        await tray.LogsAsync($"checked {Draft}: Reject, errors 2");
        await Screen.ShowsAsync(IconState.Problems, 1);

        await FindingForm.AnswerAsync(Screen, () => tray.ChooseForFirstDraftAsync(Acknowledge), "ledger", "acknowledge");
        await tray.LogsAsync($"checked {Draft}: Reject, errors 1");
        await Screen.ShowsAsync(IconState.Problems, 1);
        await tray.LogsAsync($"notification Info: {Draft}");
        await FindingForm.AnswerAsync(Screen, () => tray.ChooseForFirstDraftAsync(Acknowledge), "ledger", "acknowledge-second");

        await tray.LogsAsync($"checked {Draft}: Accept");
        await Screen.ShowsAsync(IconState.Normal);
        tray.Logged("notification Error").ShouldBe(1);
        var report = Directory.EnumerateFiles(Path.Combine(Desktop.Prefix.LocalData, "年报校验", "reports"), "*.html").Single();
        (await File.ReadAllTextAsync(report)).ShouldContain("不影响结论：ledger");

        var before = tray.Log.Count;
        folder.SaveDocx(Draft, wrong: true, number: "7");
        await tray.LogsAsync($"checked {Draft}: Reject", before);
        await tray.LogsAsync($"notification Error: {Draft}", before);
    }
}
