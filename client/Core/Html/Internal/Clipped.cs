namespace Validation.Client.Html.Internal;

/// <summary>Words of a draft that are shown as far as somebody would read them: a cell may hold a whole book.</summary>
internal static class Clipped
{
    /// <summary>The longest text in a cell of a table.</summary>
    public const int InCell = 60;

    /// <summary>The longest title or label.</summary>
    public const int InLine = 300;

    /// <summary>The longest message.</summary>
    public const int InParagraph = 2000;

    /// <summary>The text, or its beginning and how long it is.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + Texts.Clipped(text.Length);
    }
}
