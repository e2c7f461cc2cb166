using System.Text;

namespace Validation.Panel.Menu;

/// <summary>Texts of rows in the form of com.canonical.dbusmenu.</summary>
internal static class MenuLabel
{
    private const char BetweenColumns = '　';

    /// <summary>Rewrites a text: the letter that chooses the row has an underscore before it in place of an ampersand, underscores of the
    /// text are doubled, and a tab, for which there is no column, becomes a wide space.</summary>
    /// <param name="text">The text, in which two ampersands are one.</param>
    public static string Of(string text)
    {
        var label = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&' when i + 1 < text.Length && text[i + 1] == '&':
                    label.Append('&');
                    i++;
                    break;
                case '&':
                    label.Append('_');
                    break;
                case '_':
                    label.Append("__");
                    break;
                case '\t':
                    label.Append(BetweenColumns);
                    break;
                default:
                    label.Append(text[i]);
                    break;
            }
        }

        return label.ToString();
    }
}
