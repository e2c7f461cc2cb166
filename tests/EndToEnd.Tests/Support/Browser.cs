using System.Text.Json;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A real web browser. It resolves no host names, so that nothing of it leaves this machine.</summary>
internal static class Browser
{
    private static readonly string[] Options =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars",
    ];

    /// <summary>Opens a page and waits until it is there.</summary>
    public static async Task<BrowserVisit> VisitAsync(string page)
    {
        var folder = Directory.CreateTempSubdirectory("validation-tests-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            var log = Path.Combine(folder.FullName, "requests.json");
            await File.WriteAllTextAsync(file, page);
            var run = await RunAsync(folder, file, "--enable-logging=stderr", $"--log-net-log={log}", "--dump-dom");
            using var requests = JsonDocument.Parse(await File.ReadAllTextAsync(log));
            return new BrowserVisit(
                run.Output,
                [.. run.ErrorLines.Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))],
                [.. Requests(requests.RootElement)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The page as a picture, in the PNG format.</summary>
    public static async Task<byte[]> PictureAsync(string page, int width, int height)
    {
        var folder = Directory.CreateTempSubdirectory("validation-tests-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            var picture = Path.Combine(folder.FullName, "page.png");
            await File.WriteAllTextAsync(file, page);
            await RunAsync(folder, file, $"--window-size={width},{height}", $"--screenshot={picture}");
            return await File.ReadAllBytesAsync(picture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Finished> RunAsync(DirectoryInfo folder, string page, params string[] options)
    {
        var profile = $"--user-data-dir={Path.Combine(folder.FullName, "profile")}";
        var run = await ChildProcess.RunAsync(
            ForeignRuntime.Chromium.Program, [.. Options, profile, .. options, new Uri(page).AbsoluteUri]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    /// <summary>What the page asked for. What the browser asks its maker does not count.</summary>
    private static IEnumerable<string> Requests(JsonElement log)
    {
        var start = log.GetProperty("constants").GetProperty("logEventTypes").GetProperty("URL_REQUEST_START_JOB").GetInt32();
        return
            from happened in log.GetProperty("events").EnumerateArray()
            where happened.GetProperty("type").GetInt32() == start && happened.TryGetProperty("params", out _)
            let details = happened.GetProperty("params")
            where details.TryGetProperty("url", out _) && details.TryGetProperty("network_isolation_key", out _)
            where details.GetProperty("network_isolation_key").GetString()!.StartsWith("file:", StringComparison.Ordinal)
            select details.GetProperty("url").GetString();
    }
}

/// <summary>What a browser made of a page.</summary>
/// <param name="Content">Its elements, after whatever ran in it has run.</param>
/// <param name="Messages">What the browser had to say about it.</param>
/// <param name="Requests">The addresses that it asked for.</param>
internal sealed record BrowserVisit(string Content, IReadOnlyList<string> Messages, IReadOnlyList<string> Requests);
