using System.Globalization;

namespace Validation.Client.Wording;

/// <summary>
/// Texts shortened to the room that the shell of Windows has for them, which is counted in UTF-16 units. What was left out shows as an
/// ellipsis; a character stays whole with all that belongs to it, such as its accents.
/// </summary>
public static class ShellText
{
    private const int MostInToolTip = 127;
    private const int MostInTitle = 63;
    private const int MostInBody = 255;

    private const string Ellipsis = "…";

    /// <summary>What an icon says below the pointer.</summary>
    public static string ToolTip(string text) => Cut(text, MostInToolTip);

    /// <summary>The heading of a notification.</summary>
    public static string Title(string text) => Cut(text, MostInTitle);

    /// <summary>The text of a notification.</summary>
    public static string Body(string text) => Cut(text, MostInBody);

    /// <summary>A text that is too long ends in an ellipsis.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many UTF-16 units there is room for, at least one.</param>
    internal static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var room = most - Ellipsis.Length;
        var kept = 0;
        int next;
        while (kept + (next = StringInfo.GetNextTextElementLength(text, kept)) <= room)
        {
            kept += next;
        }

        return text[..kept] + Ellipsis;
    }
}
