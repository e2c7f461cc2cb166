using Google.Protobuf;

namespace Validation.Cli.Rendering;

/// <summary>Messages as JSON: the protobuf mapping with the field names of the contract, default values included.</summary>
internal static class ProtoJson
{
    private static readonly JsonFormatter Formatter = new(
        JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true).WithIndentation());

    /// <summary>The message, indented, without a line end behind it.</summary>
    public static string Of(IMessage message) => Formatter.Format(message);
}
