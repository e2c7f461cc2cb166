namespace Validation.Tray.Tests.Support;

/// <summary>The window in which a clerk says that a finding is right, which is in the middle of the screen.</summary>
internal static class FindingForm
{
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
        await screen.WriteAsync(Reason, reason, async () =>
        {
            // Only for the keyboard to lead there: its first row of text does nothing.
            await screen.ClickAsync(512, 225);
            await screen.PressAsync("Tab", "Tab");
        });
        await screen.KeepAsync(picture);
        var openWindow = await screen.LookAsync(Middle);
        await Eventually.TakesEffectAsync(
            () => screen.ClickAsync(615, 541),
            async () => (await screen.LookAsync(Middle)).DifferentFrom(openWindow) > 20_000,
            () => "The window does not close.");
    }
}
