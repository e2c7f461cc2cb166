namespace Validation.Panel;

/// <summary>Texts for panels and notifications that read them as markup, which is a little of HTML.</summary>
internal static class EscapedText
{
    /// <summary>The markup with which a text shows as it is.</summary>
    public static string Of(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
