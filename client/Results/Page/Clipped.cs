namespace Validation.Client.Page;

/// <summary>Shortens texts of a draft to what somebody would read: a cell may hold a whole book.</summary>
internal static class Clipped
{
    /// <summary>The longest text in a cell of a table.</summary>
    public const int InCell = 60;

    /// <summary>The longest title or label.</summary>
    public const int InLine = 300;

    /// <summary>The most characters of a message that stands in a paragraph of its own.</summary>
    public const int InParagraph = 2000;

    /// <summary>The text, or its beginning with the length of the whole.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + PageTexts.Clipped(text.Length);
    }
}
