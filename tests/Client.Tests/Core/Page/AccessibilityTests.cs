using Validation.Client.Connection;
using Validation.Client.Page;
using Validation.Client.Tests.Core.Monitor;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Page;

/// <summary>What axe, in a browser, says of the pages.</summary>
[Trait("Size", "Long")]
public sealed class AccessibilityTests
{
    private static readonly string[] Pages = ["clean", "found", "undecided", "unchecked", "marked", "twin", "several", "all"];

    public static TheoryData<string, int, bool> Looks
    {
        get
        {
            var looks = new TheoryData<string, int, bool>();
            foreach (var page in Pages)
            {
                looks.Add(page, 1280, false);
                looks.Add(page, 1280, true);
                looks.Add(page, 390, false);
                looks.Add(page, 390, true);
            }

            return looks;
        }
    }

    [AxeTheory]
    [MemberData(nameof(Looks))]
    public async Task Page_OfAnyOutcome_BreaksNoRuleOfAxe(string page, int width, bool dark)
    {
        var report = await Axe.LookAsync(Text(page), width, dark);

        report.Violations.ShouldBeEmpty();
        (report.Width, report.Dark).ShouldBe((width, dark));
        report.Passed.ShouldContain("color-contrast");
        report.Passed.ShouldContain("region");
    }

    [AxeTheory]
    [InlineData("--ink: #1d2733", "--ink: #c0c0c0", "color-contrast")]
    [InlineData("lang=\"zh-CN\"", "", "html-has-lang")]
    [InlineData(" aria-label=\"表三\"", " aria-label=\"表二\"", "landmark-unique")]
    public async Task Axe_OfAPageThatWasSpoilt_SaysSo(string before, string after, string rule)
    {
        var page = Text("found");
        page.ShouldContain(before);

        var report = await Axe.LookAsync(page.Replace(before, after, StringComparison.Ordinal), 1280, dark: false);

        report.Violations.ShouldContain(violation => violation.StartsWith(rule + " ", StringComparison.Ordinal));
    }

    private static string Text(string page) => page switch
    {
        "clean" => ParsedPage.TextOf(Clean()),
        "found" => ParsedPage.TextOf(CheckedSample.Of("qinhuangdao-2024")),
        "undecided" => ParsedPage.TextOf(Outcomes.Of(Outcomes.NotAReport())),
        "unchecked" => ParsedPage.TextOf(Outcomes.Missing()),
        "marked" => Marked(),
        "all" => DraftsPageTests.Sample(),
        "twin" => ParsedPage.TextOf(Outcomes.Of(Outcomes.Compared())),
        _ => Several(Clean(), CheckedSample.Of("qinhuangdao-2024"), Outcomes.Of(Outcomes.NotAReport()), Outcomes.Missing()),
    };

    private static CheckOutcome Clean()
    {
        var reply = CheckedSample.Of("xingtai-2024").Reply!;
        reply.Findings.Clear();
        reply.Verdict = Verdict.Accept;
        return Outcomes.Of(reply);
    }

    /// <summary>A finding that is new, one that somebody accepted, one on trial, and some that are mended.</summary>
    private static string Marked()
    {
        var reply = CheckedSample.Of("jiyuan-2024", ("(七) 总计\t1\t0", "(七) 总计\t7\t0")).Reply!;
        reply.Findings.Count.ShouldBeGreaterThan(2);
        reply.Findings[1].Accepted = new Accepted { Id = "a7m2q4xa", Author = "张三", Reason = "已与业务科室核对" };
        reply.Findings[2].Trial = true;
        return ParsedPage.TextOf(Outcomes.Of(reply), reply.Findings[0].Fingerprint, "ffffffffffffffff");
    }

    private static string Several(params CheckOutcome[] outcomes)
    {
        using var output = new StringWriter();
        var page = new HtmlPage(output, outcomes.Length);
        foreach (var outcome in outcomes)
        {
            page.Add(outcome, ParsedPage.CheckedAt);
        }

        page.End();
        return output.ToString();
    }
}
