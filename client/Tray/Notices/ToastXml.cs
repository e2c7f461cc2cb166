using System.Text;

namespace Validation.Tray.Notices;

/// <summary>Composes a notification with buttons, in the language that Windows has for them. Whatever is clicked is an address of this
/// program, so that Windows itself remembers which notification is about what.</summary>
internal static class ToastXml
{
    /// <summary>The notification as XML.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sound">Whether it can be heard.</param>
    /// <param name="target">Where a click leads, with an address.</param>
    /// <returns>Null: a click on it cannot be written as an address.</returns>
    public static string? Of(string title, string text, bool sound, NoticeTarget target)
    {
        if (target.Address is not { } address)
        {
            return null;
        }

        var xml = new StringBuilder($"<toast activationType=\"protocol\" launch=\"{Escaped(address.Text)}\">");
        xml.Append("<visual><binding template=\"ToastGeneric\">");
        xml.Append($"<text>{Escaped(title)}</text><text>{Escaped(text)}</text></binding></visual>");
        if (target.Buttons.Count > 0)
        {
            xml.Append("<actions>").AppendJoin("", target.Buttons.Select(Button)).Append("</actions>");
        }

        return xml.Append(sound ? "</toast>" : "<audio silent=\"true\"/></toast>").ToString();
    }

    private static string Button(NoticeButton button) =>
        $"<action content=\"{Escaped(button.Label)}\" activationType=\"protocol\" arguments=\"{Escaped(button.Address.Text)}\"/>";

    /// <summary>The text as it may stand in an element and in a quoted attribute. What XML has no character for becomes U+FFFD.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&apos;",
                '\n' => "\n",
                '\t' or '\r' => " ",
                < ' ' or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
