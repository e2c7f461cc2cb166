using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

/// <summary>A damaged page is read or refused, whatever is done to it; nothing else may come of it.</summary>
[Trait("Size", "Exhaustive")]
public sealed class DamagedPageTests
{
    private const int Seeds = 1000;
    private const int Some = 100;
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

        Exhaustive.Try(
            Enumerable.Range(0, Seeds), Some, seed => ShouldBeReadOrRefused(Mutate(page, new Random(seed))), name);
    }

    [Fact]
    public void Read_Truncated_ReadOrRefused()
    {
        var page = Encoding.UTF8.GetBytes(PublishedPages.All["system"]);

        Exhaustive.Try(Enumerable.Range(1, page.Length - 1), Some, length => ShouldBeReadOrRefused(page[..length]));
    }

    private static void ShouldBeReadOrRefused(byte[] page)
    {
        var result = new DocumentReader(EngineLimits.Default).Read(page);
        if (result.Document is null)
        {
            result.Reason.ShouldBeOneOf(Reason.UndecodableText, Reason.EmptyDocument, Reason.DocumentTooLarge);
            return;
        }

        var report = ReportParser.Parse(result.Document).Report;
        report.Sections.Count.ShouldBeLessThanOrEqualTo(6);
        result.Document.Lines().ShouldAllBe(line => line.Position.Order > 0);
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
