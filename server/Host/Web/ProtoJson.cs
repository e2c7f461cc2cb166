using System.Net.Mime;
using System.Text;
using Google.Protobuf;

namespace Validation.Server.Web;

/// <summary>Messages of the contract as JSON: the protobuf JSON mapping with the field names of the contract and with default values. One
/// line, unless the address says "pretty".</summary>
internal static class ProtoJson
{
    private static readonly JsonFormatter.Settings Settings =
        JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true);

    private static readonly JsonFormatter Compact = new(Settings);
    private static readonly JsonFormatter Pretty = new(Settings.WithIndentation());

    /// <summary>The answer to a request that has no other parameters.</summary>
    public static IResult Result(IMessage message, HttpRequest request, QueryReader? query = null)
    {
        var text = Format(message, (query ?? new QueryReader(request)).IsPretty);
        return TypedResults.Text(text, MediaTypeNames.Application.Json, Encoding.UTF8);
    }

    /// <summary>The message as JSON, with a line end.</summary>
    public static string Format(IMessage message, bool pretty = false)
    {
        return (pretty ? Pretty : Compact).Format(message) + "\n";
    }
}
