namespace Validation.ShellMessages;

/// <summary>Does to the tray program what the shell or the system would, where Wine never does.</summary>
internal static class Program
{
    private const uint FromIcon = 0x400;
    private const int BalloonShown = 0x402;
    private const int BalloonHidden = 0x403;
    private const int BalloonTimeout = 0x404;
    private const int BalloonClick = 0x405;
    private const uint EndSession = 0x16;
    private const uint DisplayScaled = 0x2E0;

    private static int Main(string[] arguments)
    {
        var posted = arguments switch
        {
            ["balloon-shown"] => Windows.Post("H.NotifyIcon_", FromIcon, 0, BalloonShown),
            ["balloon-hidden"] => Windows.Post("H.NotifyIcon_", FromIcon, 0, BalloonHidden),
            ["balloon-timeout"] => Windows.Post("H.NotifyIcon_", FromIcon, 0, BalloonTimeout),
            ["balloon-click"] => Windows.Post("H.NotifyIcon_", FromIcon, 0, BalloonClick),
            ["taskbar-created"] => Windows.Post("H.NotifyIcon_", Native.RegisterWindowMessageW("TaskbarCreated"), 0, 0),
            ["display-scaled"] => Windows.Post("H.NotifyIcon_", DisplayScaled, 0, 0),
            ["icon-lost"] => Windows.TakeIcon("H.NotifyIcon_"),
            ["log-off"] => Windows.Post("ValidationTray", EndSession, 1, 0),
            _ => 0,
        };
        Console.WriteLine(posted);
        return posted == 1 ? 0 : 1;
    }
}
