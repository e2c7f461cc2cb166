using System.Text;

namespace Validation.Cli.Demo;

/// <summary>One save of the demonstration.</summary>
/// <param name="Sample">The sample report that is saved.</param>
/// <param name="FileName">The name of the draft.</param>
/// <param name="Remark">What is special about this save; empty: nothing.</param>
/// <param name="Wrong">What stands in place of <paramref name="Right"/>; null: the report is saved as it is.</param>
/// <param name="Right">What the sample says.</param>
internal sealed record DemoSave(string Sample, string FileName, string Remark = "", string? Wrong = null, string? Right = null)
{
    /// <summary>The bytes to save.</summary>
    public byte[] Content()
    {
        using var resource = typeof(DemoSave).Assembly.GetManifestResourceStream($"samples/{Sample}")
            ?? throw new FileNotFoundException(Sample);
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return Encoding.UTF8.GetBytes(Wrong is null || Right is null ? text : text.Replace(Right, Wrong, StringComparison.Ordinal));
    }
}

/// <summary>The saves of the demonstration, in their order.</summary>
internal static class DemoScript
{
    private const string Mended = "济源高新区2024年年报.txt";

    /// <summary>The first report is saved with a wrong total, then again with the right one.</summary>
    public static IReadOnlyList<DemoSave> Saves { get; } =
    [
        new("jiyuan-2024.txt", Mended, DemoTexts.DemoSpoilt, Wrong: "(七) 总计\t2", Right: "(七) 总计\t1"),
        new("jiyuan-2024.txt", Mended, DemoTexts.DemoMended),
        new("xushui-2024.txt", "徐水区2024年年报.txt"),
        new("qinhuangdao-2024.txt", "秦皇岛开发区2024年年报.txt"),
        new("xingtai-2024.txt", "邢台市2024年年报.txt"),
        new("xingtai-gaoxinqu-2024.txt", "邢台高新区2024年年报.txt"),
    ];
}
