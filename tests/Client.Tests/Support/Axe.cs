using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Validation.Client.Tests.Support;

/// <summary>Looks at a page with axe, in a real browser that resolves no host names.</summary>
internal static class Axe
{
    private static readonly string[] Options =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--window-size=1400,1000", "--virtual-time-budget=60000",
    ];

    private static string Program => Path.Combine(SourceTree.Root, "tests", "tools", "axe", "node_modules", "axe-core", "axe.min.js");

    /// <summary>What axe says of a page in a window of some width.</summary>
    public static async Task<AxeReport> LookAsync(string page, int width, bool dark)
    {
        var folder = Directory.CreateTempSubdirectory("client-tests-");
        try
        {
            var outer = Path.Combine(folder.FullName, "outer.html");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "page.html"), await WithAxeAsync(page));
            // A window of its own cannot be as narrow as that of a telephone.
            await File.WriteAllTextAsync(outer, $$"""
                <!doctype html><html lang="zh-CN"><title>axe</title><pre></pre>
                <script>onmessage = event => document.querySelector('pre').textContent = event.data;</script>
                <iframe src="page.html" title="page" style="border: 0; width: {{width}}px; height: 900px"></iframe></html>
                """);
            string[] options = dark ? [.. Options, "--force-dark-mode"] : Options;
            var profile = $"--user-data-dir={Path.Combine(folder.FullName, "profile")}";
            var run = await ChildProcess.RunAsync(
                ForeignRuntime.Chromium.Program, [.. options, profile, "--dump-dom", new Uri(outer).AbsoluteUri]);
            run.ExitCode.ShouldBe(0, run.Errors);
            var told = new HtmlParser().ParseDocument(run.Output).QuerySelector("pre")!.TextContent;
            told.ShouldNotBeEmpty(run.Errors);
            return JsonSerializer.Deserialize<AxeReport>(told, JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The page with axe in it, which the page's own policy would not let run.</summary>
    private static async Task<string> WithAxeAsync(string page)
    {
        const string Policy = "http-equiv=\"Content-Security-Policy\"";
        page.ShouldContain(Policy);
        var run = """
            axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(
              found => parent.postMessage(JSON.stringify({
                width: innerWidth, dark: matchMedia('(prefers-color-scheme: dark)').matches,
                passed: found.passes.map(rule => rule.id),
                violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.html + ' ' + node.failureSummary)),
              }), '*'),
              error => parent.postMessage(JSON.stringify({ width: 0, dark: false, passed: [], violations: [String(error)] }), '*'));
            """;
        var axe = await File.ReadAllTextAsync(Program);
        return page.Replace(Policy, "name=\"policy\"", StringComparison.Ordinal)
            .Replace("</body>", $"<script>{axe}</script><script>{run}</script></body>", StringComparison.Ordinal);
    }
}

/// <summary>What axe said.</summary>
/// <param name="Width">How wide the page was shown.</param>
/// <param name="Dark">Whether it was shown to somebody who wants dark pages.</param>
/// <param name="Passed">The rules that it keeps.</param>
/// <param name="Violations">Where it breaks a rule: the rule, the element, why.</param>
internal sealed record AxeReport(int Width, bool Dark, IReadOnlyList<string> Passed, IReadOnlyList<string> Violations);
