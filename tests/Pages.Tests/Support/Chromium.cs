using Microsoft.Playwright;
using Validation.Tests.Support;

namespace Validation.Pages.Tests.Support;

/// <summary>A web browser for all tests of a class. It resolves no host names, so that nothing of it leaves this machine.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    public async Task InitializeAsync()
    {
        if (ForeignRuntime.Chromium.Skip is not null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync().InTime();
        // Debian's program: Playwright brings none, and is not asked to fetch one.
        var program = await ChildProcess.RunAsync("sh", ["-c", $"command -v {ForeignRuntime.Chromium.Program}"]);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program.Output.Trim(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
            Timeout = (float)Waiting.Longest.TotalMilliseconds,
        }).InTime();
    }

    /// <summary>Opens a browser of somebody's own: without cookies, Chinese, with a window of some width.</summary>
    /// <param name="address">Where its addresses begin, such as "http://127.0.0.1:40000".</param>
    /// <param name="width">CSS pixels.</param>
    /// <param name="dark">Whether pages are wanted dark.</param>
    /// <param name="script">Whether scripts run.</param>
    public async Task<Visitor> VisitAsync(string address, int width = 1280, bool dark = false, bool script = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            AcceptDownloads = true,
        }).InTime();
        context.SetDefaultTimeout((float)Waiting.Longest.TotalMilliseconds);
        return new Visitor(context, await context.NewPageAsync().InTime());
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync().InTime();
        }

        _playwright?.Dispose();
    }
}
