using System.Globalization;
using System.Text;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Rules;

/// <summary>“较上年增长…”: what is right in any rounding is never found, what is wrong is, with last year's report and with last year's
/// number in the sentence.</summary>
public sealed class YearlyChangeTests
{
    private const int Pairs = 60;

    private static readonly ReportValidator Validator = new();

    public static TheoryData<string> Wordings() =>
    [
        "{now}件，较上年{change}", "{now}件，比上年{change}", "{now}件，同比{change}", "{now}件，比2023年{change}", "{now}件，与上年相比{change}",
        "{now}件，较上年度{change}", "{now}件（比去年{change}）",
    ];

    public static TheoryData<string> WordingsWithBase() =>
        ["{now}件，比2023年（{base}件）{change}", "{now}件，较上年的{base}件{change}", "{now}件，比去年{base}件{change}"];

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Prior_RightChange_IsSilentAndWrongOneIsFound(string wording)
    {
        var random = new Random(7);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (old, now) = (random.Next(1, 400), random.Next(1, 400));
            foreach (var change in Right(old, now))
            {
                Found(wording, old, now, change, "n3-yoy", withPrior: true).ShouldBeFalse($"{old} to {now}: {change}");
            }

            Found(wording, old, now, Wrong(old, now), "n3-yoy", withPrior: true).ShouldBeTrue($"{old} to {now}: {Wrong(old, now)}");
        }
    }

    [Theory]
    [MemberData(nameof(WordingsWithBase))]
    public void Base_RightChange_IsSilentAndWrongOneIsFound(string wording)
    {
        var random = new Random(11);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (old, now) = (random.Next(1, 400), random.Next(1, 400));
            foreach (var change in Right(old, now))
            {
                Found(wording, old, now, change, "n3-yoy-inline", withPrior: false).ShouldBeFalse($"{old} to {now}: {change}");
            }

            Found(wording, old, now, Wrong(old, now), "n3-yoy-inline", withPrior: false).ShouldBeTrue($"{old} to {now}: {Wrong(old, now)}");
        }
    }

    [Theory]
    [InlineData("收到政府信息公开申请34件，较上年基本持平。")]
    [InlineData("收到政府信息公开申请34件，较上年增长约50%。")]
    [InlineData("收到政府信息公开申请34件，办结率较上年提高5个百分点。")]
    [InlineData("收到政府信息公开申请34件。公开信息90条，较上年增长50%。")]
    [InlineData("全市收到政府信息公开申请340件，较上年增长50%。")]
    [InlineData("收到政府信息公开申请34件，网站访问量3.5万次，比上年增长50%。")]
    [InlineData("收到政府信息公开申请34件，较2021年增长50%。")]
    [InlineData("收到政府信息公开申请34件，比上年多14件，增长70%。")]
    public void Prior_OtherThings_AreNotCompared(string sentence) =>
        Check("2024年，" + sentence, 20, true).ShouldNotContain(finding => finding.RuleId.StartsWith("n3-yoy", StringComparison.Ordinal));

    // Half digits are rounded up or down, and cut off by some.
    private static IEnumerable<string> Right(int old, int now)
    {
        var word = now >= old ? "增长" : "下降";
        var percent = Math.Abs(now - old) * 100m / old;
        yield return $"{(now >= old ? "增加" : "减少")}{Math.Abs(now - old)}件";
        for (var decimals = 0; decimals <= 2; decimals++)
        {
            foreach (var mode in new[] { MidpointRounding.AwayFromZero, MidpointRounding.ToEven, MidpointRounding.ToZero })
            {
                var rounded = Math.Round(percent, decimals, mode).ToString($"F{decimals}", CultureInfo.InvariantCulture);
                yield return $"{word}{rounded}%";
            }
        }

        if (now == old)
        {
            yield return "持平";
        }
    }

    private static string Wrong(int old, int now)
    {
        var percent = (Math.Abs(now - old) * 100 / old) + 3;
        return string.Create(CultureInfo.InvariantCulture, $"{(now >= old ? "增长" : "下降")}{percent}.5%");
    }

    private static bool Found(string wording, int old, int now, string change, string rule, bool withPrior)
    {
        var words = wording.Replace("{now}", Text(now), StringComparison.Ordinal).Replace("{base}", Text(old), StringComparison.Ordinal)
            .Replace("{change}", change, StringComparison.Ordinal);
        return Check($"2024年，收到政府信息公开申请{words}。", old, withPrior).Exists(finding => finding.RuleId == rule);
    }

    private static List<Finding> Check(string sentence, int old, bool withPrior)
    {
        var text = new ReportText(_ => "0") { Overview = sentence }.Write(Layout.TabRows);
        var draft = Validator.Read(Encoding.UTF8.GetBytes(text));
        var prior = withPrior ? new RelatedReport(Prior(draft.Report!.Organization, old)) : null;
        return [.. Validator.Check(draft, TestRules.National, LocalRecords.Empty, new RelatedReports { Prior = prior }).Findings];
    }

    private static Report Prior(string organization, int received)
    {
        var report = ReportTemplate.NewReport();
        (report.Organization, report.Year) = (organization, 2023);
        foreach (var cell in ReportTemplate.Cells.Values.Select(template => template.Of(report)))
        {
            (cell.State, cell.Value, cell.Text) = (State.Number, 0, "0");
        }

        var total = ApplicationsTemplate.Received.Cells[^1].Of(report);
        (total.Value, total.Text) = (received, Text(received));
        return report;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
