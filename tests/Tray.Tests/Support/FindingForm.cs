namespace Validation.Tray.Tests.Support;

/// <summary>The window in which a clerk says that a finding is right, which is in the middle of the screen.</summary>
internal static class FindingForm
{
    // Keys and clicks that come while the window is still being made reach nobody. Then they are given again.
    private const int Attempts = 10;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static readonly Area Middle = new(300, 250, 400, 260);
    private static readonly Area Reason = new(286, 452, 452, 40);

    /// <summary>Does what opens the window, gives a reason for the finding that is chosen, and agrees.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="open">What opens it.</param>
    /// <param name="reason">The reason; letters of English only.</param>
    /// <param name="picture">What to keep the screen as.</param>
    public static async Task AnswerAsync(Screen screen, Func<Task> open, string reason, string picture)
    {
        var before = await screen.LookAsync(Middle);
        await open();
        await screen.ChangesAsync(Middle, before, pixels: 20_000);
        var empty = await screen.LookAsync(Reason);
        await RepeatAsync(
            async () =>
            {
                // Only for the keyboard to lead there: its first row of text does nothing.
                await screen.ClickAsync(512, 225);
                await screen.PressAsync("Tab", "Tab", "ctrl+a");
                await screen.TypeAsync(reason);
            },
            async () => (await screen.LookAsync(Reason)).DifferentFrom(empty) > reason.Length * 4);
        await screen.KeepAsync(picture);
        var openWindow = await screen.LookAsync(Middle);
        await RepeatAsync(
            () => screen.ClickAsync(615, 541),
            async () => (await screen.LookAsync(Middle)).DifferentFrom(openWindow) > 20_000);
    }

    private static async Task RepeatAsync(Func<Task> act, Func<Task<bool>> hasActed)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await act();
            await Task.Delay(Step);
            if (await hasActed())
            {
                return;
            }
        }
    }
}
