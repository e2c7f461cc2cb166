using System.Text;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>Requests.</summary>
internal static class Drafts
{
    public static ValidateRequest Request(string id, string text)
    {
        return new ValidateRequest { Id = id, Content = ByteString.CopyFromUtf8(text) };
    }

    public static ValidateRequest Request(string id, int bytes)
    {
        return Request(id, new string('x', bytes));
    }

    /// <summary>A part of which more follows.</summary>
    public static ValidateRequest Part(string id, string text)
    {
        var request = Request(id, text);
        request.Continued = true;
        return request;
    }

    public static string Hash(string text)
    {
        return FakeCheck.Hash(Encoding.UTF8.GetBytes(text));
    }
}
