using System.Text;
using Validation.Engine.Documents.Pdf;

namespace Validation.Engine.Tests.Documents.Pdf;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("BT /F 12 Tf (a) Tj ET", 1, 0)]
    [InlineData("BT 3 Tr (a) Tj [(b) 20 (c)]TJ ET", 0, 2)]
    [InlineData("BT 3 Tr (a) Tj 0 Tr (b) Tj ET", 1, 1)]
    [InlineData("q BT 3 Tr (a) Tj ET Q BT (b) Tj ET", 1, 1)]
    [InlineData("BT 13 Tr (a) Tj ET", 1, 0)]
    [InlineData("3 Tr\n(a)Tj\n(b)Tj\nTr", 0, 2)]
    [InlineData("(Q T) Tj T", 1, 0)]
    public void Add_InPiecesOfAnyLength_CountsTheSame(string content, int shown, int hidden)
    {
        var bytes = Encoding.ASCII.GetBytes(content);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var text = new ShownText();
            text.Begin();
            byte[] carry = new byte[ShownText.Overlap];
            foreach (var piece in bytes.Chunk(length))
            {
                byte[] given = [.. carry, .. piece];
                text.Add(given);
                carry = given[^ShownText.Overlap..];
            }

            (text.Shown, text.Hidden).ShouldBe((shown, hidden), $"pieces of {length}");
        }
    }
}
