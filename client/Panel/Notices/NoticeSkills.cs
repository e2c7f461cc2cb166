using Tmds.DBus.Protocol;

namespace Validation.Panel.Notices;

/// <summary>What a server of notifications can do.</summary>
/// <param name="Actions">Whether it has buttons and tells of clicks.</param>
/// <param name="Markup">Whether it reads the text as markup.</param>
internal sealed record NoticeSkills(bool Actions, bool Markup)
{
    /// <summary>Asks the server, which the bus starts if it can.</summary>
    public static async Task<NoticeSkills> AskAsync(DBusConnection connection)
    {
        var skills = await connection.CallMethodAsync(
            Question(connection), static (Message reply, object? _) => reply.GetBodyReader().ReadArrayOfString(), null);
        return new NoticeSkills(skills.Contains("actions", StringComparer.Ordinal), skills.Contains("body-markup", StringComparer.Ordinal));
    }

    private static MessageBuffer Question(DBusConnection connection)
    {
        using var writer = connection.GetMessageWriter();
        writer.WriteMethodCallHeader(
            "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "GetCapabilities");
        return writer.CreateMessage();
    }
}
