using System.Net.Mime;
using System.Text;
using Google.Protobuf;

namespace Validation.Server.Web;

/// <summary>Messages of the contract as JSON: the protobuf JSON mapping with the field names of the contract and with default values, as
/// the command line prints them.</summary>
internal static class ProtoJson
{
    private static readonly JsonFormatter Formatter = new(
        JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true).WithIndentation());

    public static IResult Result(IMessage message)
    {
        return TypedResults.Text(Format(message), MediaTypeNames.Application.Json, Encoding.UTF8);
    }

    public static string Format(IMessage message)
    {
        return Formatter.Format(message) + "\n";
    }
}
