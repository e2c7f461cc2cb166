using Google.Protobuf;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests.Support;

/// <summary>What somebody does on the page on which rules are written.</summary>
internal static class Overlays
{
    private const string Sample = "qinhuangdao-2024.txt";

    /// <summary>A report of 2024.</summary>
    public static string SamplePath => Path.Combine(SourceTree.Root, "tests", "samples", Sample);

    /// <summary>Files the sample for some bodies.</summary>
    public static async Task FileAsync(this ServerProcess server, params string[] bodies)
    {
        var content = ByteString.CopyFrom(await File.ReadAllBytesAsync(SamplePath));
        foreach (var body in bodies)
        {
            using var call = server.Archive.File();
            var filing = new Filing { Organization = body, Year = 2024, FileName = Sample, Author = "张三", Reason = "定稿" };
            await call.RequestStream.WriteAsync(new FileReportRequest { Filing = filing }).InTime();
            await call.RequestStream.WriteAsync(new FileReportRequest { Content = content }).InTime();
            await call.RequestStream.CompleteAsync().InTime();
            await call.ResponseAsync.InTime();
        }
    }

    /// <summary>Opens the editor, and waits until its script has looked at the text.</summary>
    public static async Task EditAsync(this Visitor visitor)
    {
        await visitor.GoAsync("/rules-edit");
        await visitor.Page.WaitForSelectorAsync("#editor.live").InTime();
        await visitor.LintedAsync();
    }

    /// <summary>Writes a text in the place of what is there, and waits until it is looked at.</summary>
    public static async Task WriteAsync(this Visitor visitor, string text)
    {
        await visitor.Page.EvaluateAsync("() => { document.getElementById('lint').textContent = '…'; }").InTime();
        await visitor.Page.FillAsync("#text", text).InTime();
        await visitor.LintedAsync();
    }

    /// <summary>Fills in who publishes and why, and publishes.</summary>
    public static async Task PublishAsync(this Visitor visitor, string reason)
    {
        await visitor.Page.FillAsync("#author", "张三").InTime();
        await visitor.Page.FillAsync("#reason", reason).InTime();
        await visitor.PressAsync("发布");
    }

    /// <summary>Presses the button of that name, and waits for what comes of it.</summary>
    public static async Task PressAsync(this Visitor visitor, string button)
    {
        await visitor.Page.EvaluateAsync("() => { document.getElementById('result').replaceChildren(); }").InTime();
        await visitor.Page.Locator("#editor button, #result button").GetByText(button, new() { Exact = true }).ClickAsync().InTime();
        await visitor.Page.WaitForFunctionAsync("() => document.getElementById('result').children.length > 0").InTime();
    }

    /// <summary>What stands in the result.</summary>
    public static Task<string> ResultAsync(this Visitor visitor) => visitor.Page.InnerTextAsync("#result").InTime();

    /// <summary>What stands in the editor.</summary>
    public static Task<string> WrittenAsync(this Visitor visitor) => visitor.Page.InputValueAsync("#text").InTime();

    private static async Task LintedAsync(this Visitor visitor)
    {
        const string IsLinted = """
            () => document.querySelector('#lint-list li') && document.getElementById('lint').textContent === ''
              || document.getElementById('lint').textContent === document.getElementById('lint').dataset.clean
            """;
        await visitor.Page.WaitForFunctionAsync(IsLinted).InTime();
    }
}
