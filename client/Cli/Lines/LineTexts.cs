namespace Validation.Cli.Lines;

/// <summary>What is said of lines of input.</summary>
internal static class LineTexts
{
    public const string NotUtf8 = "不是 UTF-8 文字。";
}
