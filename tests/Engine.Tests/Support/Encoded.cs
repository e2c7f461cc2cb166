using System.Text;

namespace Validation.Engine.Tests.Support;

/// <summary>Text as bytes.</summary>
public static class Encoded
{
    static Encoded() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The bytes of the text in the encoding of that name, "GB18030" included.</summary>
    public static byte[] As(string text, string encoding, bool hasMark = false)
    {
        var encoder = Encoding.GetEncoding(encoding);
        return [.. hasMark ? encoder.GetPreamble() : [], .. encoder.GetBytes(text)];
    }
}
