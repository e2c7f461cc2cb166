using System.Text;
using Validation.Client.Page;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Page;

public sealed class SearchTextTests
{
    private static readonly string Samples = Path.Combine(SourceTree.Root, "tests", "samples");

    public static TheoryData<string> Drafts =>
    [
        .. Directory.GetFiles(Samples, "*.txt").Concat(Directory.GetFiles(Path.Combine(Samples, "cases"), "*.txt"))
            .Select(path => Path.GetRelativePath(Samples, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Searches_OfADraft_StandInItExactly(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Samples, name));
        var text = Encoding.UTF8.GetString(bytes);
        var reply = CheckedSample.OfText(name, text).Reply!;

        var lines = text.Split('\n');
        foreach (var search in reply.Findings.SelectMany(finding => SearchText.Of(finding, reply.Report)))
        {
            lines.ShouldContain(line => line.Contains(search, StringComparison.Ordinal), search);
            search.Length.ShouldBeInRange(1, 24);
        }
    }

    [Fact]
    public void Searches_OfTheSamples_AreThereForMostFindingsWithAPlace()
    {
        var replies = Directory.GetFiles(Samples, "*.txt").Where(path => File.Exists(Path.ChangeExtension(path, ".expected")))
            .Select(path => CheckedSample.Of(Path.GetFileNameWithoutExtension(path)).Reply!).ToList();

        var placed = replies.SelectMany(reply => reply.Findings.Select(finding => (finding, reply.Report)))
            .Where(each => each.finding.Location is not null).ToList();

        placed.Count.ShouldBeGreaterThan(20);
        placed.Count(each => SearchText.Of(each.finding, each.Report).Count > 0).ShouldBeGreaterThan(placed.Count * 8 / 10);
    }

    [Fact]
    public void Search_OfASentence_IsItsBeginning()
    {
        const string Text = "第一句。2024年，我局共收到政府信息公开申请13件，均已按期答复，没有结转。";
        var finding = new Finding { Location = new Location { Ordinal = 4, Column = 20 } };
        var report = ReportWith(new Passage { Text = Text, Location = new Location { Ordinal = 4, Column = 3 } });

        SearchText.Of(finding, report).ShouldBe(["2024年，我局共收到政府信息公开申请13件，均"]);
    }

    [Fact]
    public void Search_OfACount_HasTheWhiteSpaceOfTheParagraphNotOfTheSentenceAsItWasRead()
    {
        var place = new Location { Ordinal = 4, Column = 9 };
        var finding = new Finding { Location = place.Clone(), Actual = "13件" };
        var report = ReportWith(new Passage { Text = "2024 年，共收到申请 13 件。", Location = new Location { Ordinal = 4, Column = 1 } });
        report.Claims.Add(new Claim { Text = "13件", Sentence = "2024年，共收到申请13件。", Location = place });

        SearchText.Of(finding, report).ShouldBe(["年，共收到申请"]);
    }

    [Fact]
    public void Search_OfACell_IsTheHeadingAboveAndWhatTheCellHolds()
    {
        var finding = Outcomes.Balance();
        finding.Cells[0].Text = "1,234";
        finding.Cells[2].Text = "56";
        var report = new Report { Sections = { new Section { Ordinal = 3, Heading = "三、 收到和处理政府信息公开申请情况" } } };

        SearchText.Of(finding, report).ShouldBe(["收到和处理政府信息公开申请情况", "56"]);
        finding.Cells[2].Suspect = false;
        SearchText.Of(finding, report).ShouldBe(["收到和处理政府信息公开申请情况", "1,234"]);
        finding.Cells[0].Text = "0";
        SearchText.Of(finding, report).ShouldBe(["收到和处理政府信息公开申请情况"]);
    }

    [Fact]
    public void Search_OfWhatTheDraftLacks_IsNone()
    {
        SearchText.Of(Outcomes.MissingPeriod(), new Report()).ShouldBeEmpty();
        SearchText.Of(new Finding { Cells = { new CellReference { Path = "x", Text = "12" } } }, new Report()).ShouldBeEmpty();
        SearchText.Of(Outcomes.Heading(), null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("一、 总体情况", "总体情况")]
    [InlineData("短 语", "短")]
    [InlineData("全年\u00A0公开信息八百二十条。", "公开信息八百二十条。")]
    [InlineData("甲^p乙丙丁戊己庚", "p乙丙丁戊己庚")]
    [InlineData("\u202Eabcdefg", "abcdefg")]
    [InlineData(" \t\u3000", "")]
    public void Part_OfAText_HasNoCharacterThatSearchesDoNotTakeAsItIs(string text, string part) => SearchText.Part(text).ShouldBe(part);

    [Fact]
    public void Part_OfALongText_EndsBetweenCharacters()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\U00020000", 20));

        SearchText.Part(text).ShouldBe("a" + string.Concat(Enumerable.Repeat("\U00020000", 11)));
    }

    private static Report ReportWith(Passage passage) => new() { Sections = { new Section { Ordinal = 1, Paragraphs = { passage } } } };
}
