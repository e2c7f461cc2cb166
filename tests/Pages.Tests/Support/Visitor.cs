using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Validation.Tests.Support;

namespace Validation.Pages.Tests.Support;

/// <summary>Somebody in front of a browser: a page, and what it asked for and complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
    }

    /// <summary>What is shown.</summary>
    public IPage Page { get; }

    /// <summary>The cookies and the requests of this browser.</summary>
    public IBrowserContext Browser => _context;

    /// <summary>Every address that the pages asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Errors and warnings of the browser, such as what the content security policy forbade.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Goes to an address.</summary>
    public async Task<IResponse> GoAsync(string path)
    {
        return (await Page.GotoAsync(path).InTime())!;
    }

    /// <summary>The text of the page.</summary>
    public Task<string> TextAsync()
    {
        return Page.Locator("body").InnerTextAsync().InTime();
    }

    /// <summary>Chooses files for the field, as somebody does in the browser's dialogue.</summary>
    public Task ChooseAsync(string field, params string[] files)
    {
        return Page.SetInputFilesAsync(field, files).InTime();
    }

    /// <summary>Saves what is shown, whole, for people to look at.</summary>
    public async Task PhotographAsync(string name)
    {
        var folder = Path.Combine(SourceTree.Root, "artifacts", "pages");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true }).InTime();
    }

    /// <summary>Where the page breaks a rule of axe: the rule, the element, why.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        var axe = Path.Combine(SourceTree.Root, "tests", "tools", "axe", "node_modules", "axe-core", "axe.min.js");
        await Page.EvaluateAsync(await File.ReadAllTextAsync(axe)).InTime();
        var told = await Page.EvaluateAsync<string>("""
            async () => {
              const found = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
              return JSON.stringify({
                passed: found.passes.length,
                broken: found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} ${node.html} ${node.failureSummary}`)),
              });
            }
            """).InTime();
        using var result = JsonDocument.Parse(told);
        result.RootElement.GetProperty("passed").GetInt32().ShouldBeGreaterThan(10);
        return [.. result.RootElement.GetProperty("broken").EnumerateArray().Select(one => one.GetString()!)];
    }

    /// <summary>Saves what is shown, and fails where it breaks a rule of axe or has to be scrolled sideways.</summary>
    public async Task ShouldLookWellAsync(string name)
    {
        await PhotographAsync(name);
        (await ViolationsAsync()).ShouldBeEmpty(name);
        var wide = await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth").InTime();
        wide.ShouldBeFalse($"{name} has to be scrolled sideways");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
    }
}
