using System.Globalization;
using Validation.Server.Startup;

namespace Validation.Server.Tests.Support;

/// <summary>The report that ships in the server: whole, with numbers that do not agree.</summary>
internal static class WarmUpReport
{
    public static async Task<string> ReadAsync()
    {
        using var reader = new StreamReader(typeof(WarmUp).Assembly.GetManifestResourceStream("warm-up/report.txt")!);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The report with something behind it that makes it another document.</summary>
    public static async Task<string> ReadAsync(int number)
    {
        var report = await ReadAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{report}\n第{number}稿。\n");
    }
}
