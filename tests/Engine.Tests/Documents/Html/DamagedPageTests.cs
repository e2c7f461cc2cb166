using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

/// <summary>A damaged page is read or refused, whatever is done to it; nothing else may come of it.</summary>
public sealed class DamagedPageTests
{
    private const int Seeds = 2000;
    private const int LongestRange = 300;

    private static readonly string[] Scraps =
    [
        "<", ">", "</", "\"", "<table>", "</table>", "<td rowspan=0 colspan=9999>", "</td>", "<tr>", "</p>", "<b>",
        "</div>", "<!--", "<script>", "\0",
        "<svg><p>", "<math>", "<select>", "<template>", "<frameset>", "<plaintext>", "<![CDATA[", "&#xD800;",
        "<ol start=-5><li>", "\uFFFD", "<caption>",
    ];

    [Theory]
    [InlineData("system")]
    [InlineData("layout tables")]
    public void Read_RandomMutations_ReadOrRefused(string name)
    {
        var page = Encoding.UTF8.GetBytes(PublishedPages.All[name]);

        for (var seed = 0; seed < Seeds / 2; seed++)
        {
            ShouldBeReadOrRefused(Mutate(page, new Random(seed)), $"seed {seed}");
        }
    }

    [Fact]
    public void Read_Truncated_ReadOrRefused()
    {
        var page = Encoding.UTF8.GetBytes(PublishedPages.All["system"]);

        for (var length = 1; length < page.Length; length += 13)
        {
            ShouldBeReadOrRefused(page[..length], $"{length} bytes");
        }
    }

    private static void ShouldBeReadOrRefused(byte[] page, string what)
    {
        var result = new DocumentReader(EngineLimits.Default).Read(page);
        if (result.Document is null)
        {
            result.Reason.ShouldBeOneOf(Reason.UndecodableText, Reason.EmptyDocument, Reason.DocumentTooLarge);
            return;
        }

        var report = ReportParser.Parse(result.Document).Report;
        report.Sections.Count.ShouldBeLessThanOrEqualTo(6, what);
        result.Document.Paragraphs.ShouldAllBe(line => line.Position.Order > 0);
    }

    private static byte[] Mutate(byte[] page, Random random)
    {
        var length = random.Next(1, LongestRange);
        var start = random.Next(page.Length - length);
        var range = page[start..(start + length)];
        byte[] instead = random.Next(5) switch
        {
            0 => [],
            1 => [.. range, .. range],
            2 => Encoding.UTF8.GetBytes(Scraps[random.Next(Scraps.Length)]),
            3 => [.. range, .. Encoding.UTF8.GetBytes(string.Concat(random.GetItems(Scraps, 30)))],
            _ => [.. range.Select(value => random.Next(20) == 0 ? (byte)random.Next(256) : value)],
        };
        return [.. page[..start], .. instead, .. page[(start + length)..]];
    }
}
