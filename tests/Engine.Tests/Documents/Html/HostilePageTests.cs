using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

public sealed class HostilePageTests
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Pages that no limit of bytes would refuse.</summary>
    private static readonly Dictionary<string, Func<string>> Beyond = new()
    {
        ["boxes in boxes"] = () => Repeat("<div>", 90_000),
        ["formatting in formatting"] = () => Repeat("<b>", 90_000) + "x",
        ["formatting before a table"] = () => "<table>" + Repeat("x<i>", 90_000),
        ["tables in tables"] = () => Repeat("<table><tr><td>", 30_000),
        ["lists in lists"] = () => Repeat("<ul><li>", 40_000),
        ["formatting copied for every paragraph"] = () => "<p>" + Many(i => $"<font style='{i}'>", 250) + Repeat("</p><p>x", 40_000),
        ["formatting without an end"] = () => "<p>" + Many(i => $"<font style='{i}'>", 20_000) + Repeat("</p><p>x", 500),
        ["links in links"] = () => Many(i => $"<a href='{i}'><div>x", 40_000),
        ["elements of formulas"] = () => "<math>" + Repeat("<mi>", 90_000),
        ["tags"] = () => Repeat("<br>", 100_001),
        ["white space"] = () => "<p>" + new string(' ', 8 * 1024 * 1024),
    };

    /// <summary>Pages that are much, and no more than can be read.</summary>
    private static readonly Dictionary<string, Func<string>> Much = new()
    {
        ["cells"] = () => "<table><tr><td>a<td>b" + Repeat("<tr><td>1<td>2", 30_000),
        ["ends of tags"] = () => "x" + Repeat("<span>", 200) + Repeat("</zz>", 90_000),
        ["attributes"] = () => "<p" + Repeat(" a", 1_000_000) + ">x",
        ["other attributes"] = () => "<p" + Many(i => $" a{i}=1", 300_000) + ">x",
        ["a long attribute"] = () => $"<p style='{new string('a', 4_000_000)}'>x",
        ["an open comment"] = () => "x<!--" + new string('-', 4_000_000),
        ["an open tag"] = () => "x<p " + new string('x', 4_000_000),
        ["character references"] = () => "x" + Repeat("&nbsp;", 500_000),
        ["broken references"] = () => "x" + Repeat("&a", 500_000),
        ["text"] = () => new string('字', 4_000_000),
        ["bodies"] = () => Many(i => $"<body a{i}=1>", 50_000) + "x",
        ["fields"] = () => Repeat("<select><option>x</select>", 20_000) + "x",
        ["no page at all"] = () => "<html>" + new string('\0', 100) + Repeat("x\n", 200_000),
    };

    public static TheoryData<string> PagesBeyond() => [.. Beyond.Keys];

    public static TheoryData<string> PagesWithMuch() => [.. Much.Keys];

    [Theory]
    [MemberData(nameof(PagesBeyond))]
    public async Task Read_PageBeyondTheLimits_DocumentTooLarge(string name) =>
        (await Read(Beyond[name]())).Reason.ShouldBe(Reason.DocumentTooLarge);

    [Theory]
    [MemberData(nameof(PagesWithMuch))]
    public async Task Read_PageWithMuchOfOneThing_Read(string name)
    {
        // The limits of the text would hide how the work grows with the markup.
        var result = await Read(Much[name](), EngineLimits.Default with { TextCharacters = 10_000_000, Paragraphs = 1_000_000 });

        result.Reason.ShouldBe(Reason.Unspecified);
        ReportParser.Parse(result.Document!).Report.Sections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public async Task Read_DeepElements_RefusedAboveTheLimit(int boxes, bool isRefused) =>
        await ShouldRead(Repeat("<div>", boxes) + "x", new EngineLimits { MarkupDepth = 10 }, isRefused);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Read_DeepCells_RefusedAboveTheLimit(int boxes, bool isRefused)
    {
        var page = $"<table><tr><td>{Repeat("<div>", boxes)}x{Repeat("</div>", boxes)}</table>";

        await ShouldRead(page, new EngineLimits { MarkupDepth = 7 }, isRefused);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Read_ManyTags_RefusedAboveTheLimit(int tags, bool isRefused) =>
        await ShouldRead(Repeat("x<br>", tags - 2), new EngineLimits { WebPage = new WebPageLimits { Tags = 10 } }, isRefused);

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public async Task Read_ManyCharactersOfMarkup_RefusedAboveTheLimit(int characters, bool isRefused)
    {
        var limits = new EngineLimits { WebPage = new WebPageLimits { Characters = 30 } };

        await ShouldRead("x<!--".PadRight(characters - 12, '-'), limits, isRefused);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Read_ManyCharactersOfText_RefusedAboveTheLimit(int characters, bool isRefused) =>
        await ShouldRead($"<p>{new string('x', characters)}", new EngineLimits { TextCharacters = 10 }, isRefused);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Read_ManyParagraphs_RefusedAboveTheLimit(int paragraphs, bool isRefused) =>
        await ShouldRead(Repeat("<p>x", paragraphs), new EngineLimits { Paragraphs = 10, TableCells = 10 }, isRefused);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Read_ManyCells_RefusedAboveTheLimit(int cells, bool isRefused) =>
        await ShouldRead($"<table><tr>{Repeat("<td>x", cells)}</table>", new EngineLimits { TableCells = 10 }, isRefused);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Read_ManyColumns_RefusedAboveTheLimit(int columns, bool isRefused) =>
        await ShouldRead($"<table><tr>{Repeat("<td>x", columns)}</table>", new EngineLimits { TableColumns = 10 }, isRefused);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task Read_TablesInTables_RefusedAboveTheLimit(int tables, bool isRefused) =>
        await ShouldRead(Repeat("<table><tr><td>", tables) + "x", new EngineLimits { TableDepth = 3 }, isRefused);

    [Theory]
    [InlineData(64, false)]
    [InlineData(1, true)]
    public async Task Read_MuchMemory_RefusedAboveTheLimit(int megabytes, bool isRefused)
    {
        var limits = new EngineLimits { WebPage = new WebPageLimits { Memory = megabytes * 1024L * 1024 } };

        await ShouldRead(Repeat("<p>x</p>", 10_000), limits, isRefused);
    }

    [Fact]
    public async Task Read_LargestLimits_Read()
    {
        var limits = new EngineLimits
        {
            MarkupDepth = int.MaxValue,
            WebPage = new WebPageLimits { Tags = int.MaxValue, Characters = int.MaxValue, Memory = long.MaxValue / 2 },
            TextCharacters = int.MaxValue,
            TableDepth = int.MaxValue,
            Paragraphs = int.MaxValue,
            TableCells = int.MaxValue,
            TableColumns = int.MaxValue,
        };

        await ShouldRead(Repeat("<div>", 900) + Repeat("<p>x</p>", 60_000), limits, isRefused: false);
    }

    private static async Task ShouldRead(string page, EngineLimits limits, bool isRefused) =>
        (await Read(page, limits)).Reason.ShouldBe(isRefused ? Reason.DocumentTooLarge : Reason.Unspecified);

    // Without a limit of time, so that the other limits have to end the work.
    private static Task<ReadResult> Read(string page, EngineLimits? limits = null)
    {
        var reader = new DocumentReader((limits ?? EngineLimits.Default) with { ReadTime = TimeSpan.FromDays(1) });
        return Task.Run(() => reader.Read(Encoding.UTF8.GetBytes("<html><body>" + page))).WaitAsync(LongestWait);
    }

    private static string Repeat(string text, int times) => Many(_ => text, times);

    private static string Many(Func<int, string> text, int times)
    {
        var all = new StringBuilder();
        for (var i = 0; i < times; i++)
        {
            all.Append(text(i));
        }

        return all.ToString();
    }
}
