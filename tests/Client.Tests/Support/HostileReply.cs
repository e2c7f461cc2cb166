using Google.Protobuf;
using Google.Protobuf.Reflection;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>Replies in which every text, wherever the contract has one, is the same.</summary>
internal static class HostileReply
{
    /// <summary>Texts that try to become more than text.</summary>
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert(1)</script>",
        "</title></style></td></table><img src=http://evil.example/x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' style='background:url(//evil.example)",
        "--><!--",
        "]]>&#60;b&#62;&lt;b&gt;&amp;lt;b",
        "javascript:alert(1)",
        "d1-f1",
        "\0\u0001\u001B[2J\u0085\r\n\t",
        "年报\u202Etxt.exe\u2066",
        new string((char)0xDC00, 2) + new string((char)0xD800, 3),
        new string('长', 100_000),
        string.Concat(Enumerable.Repeat("<b>", 3000)),
    ];

    /// <summary>The reply on a sample, all its texts replaced but for the paths of cells, which are what they are.</summary>
    public static CheckOutcome Of(string text)
    {
        var reply = CheckedSample.Of("qinhuangdao-2024").Reply!;
        reply.RuleFailures.Add(new RuleFailure());
        reply.Findings[0].Cells.Add(new CellReference { Path = text });
        Fill(reply, text);
        // Not a file's name for any system, but a page may be made of whatever a program passes on.
        return CheckOutcome.Answered(Draft.FromBytes(text, default), reply);
    }

    private static void Fill(IMessage message, string text)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            switch (value)
            {
                case IList<string> list:
                    list.Add(text);
                    break;
                case System.Collections.IList { Count: > 0 } list when field.FieldType == FieldType.Message:
                    list.Cast<IMessage>().ToList().ForEach(each => Fill(each, text));
                    break;
                case IMessage inner:
                    Fill(inner, text);
                    break;
                case string before when field.Name != "path" || before.Length == 0:
                    field.Accessor.SetValue(message, text);
                    break;
            }
        }
    }
}
