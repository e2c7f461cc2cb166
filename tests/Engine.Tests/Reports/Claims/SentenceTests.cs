using Validation.Engine.Reports.Claims;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Tests.Reports.Claims;

/// <summary>Wordings of each kind of count, and sentences that only look like one.</summary>
public sealed class SentenceTests
{
    private static readonly Kind[] NotLabelled = [Kind.Unspecified, Kind.LitigationDirect, Kind.LitigationAfterReview];

    public static TheoryData<string, string> Sentences()
    {
        var sentences = new TheoryData<string, string>();
        var file = Path.Combine(AppContext.BaseDirectory, "Reports", "Claims", "sentences.tsv");
        foreach (var columns in File.ReadLines(file).Skip(1).Select(line => line.Split('\t')))
        {
            sentences.Add(columns[1], columns[2]);
        }

        return sentences;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Read_Sentence_ExactlyItsCounts(string sentence, string counts)
    {
        var found = ClaimReader.Read(sentence, year: 0).Claims
            .Where(claim => claim.Kind <= Kind.ProcessingFee && !NotLabelled.Contains(claim.Kind))
            .Select(claim => $"{ClaimNames.Of(claim.Kind)}={claim.Value}");

        string.Join(';', found.Distinct().Order(StringComparer.Ordinal))
            .ShouldBe(counts == "none" ? "" : string.Join(';', counts.Split(';').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("已答复6件，2件转入下一年度。", "已答复6件；2件转入")]
    [InlineData("共收到8份政府信息公开申请，4件予以公开。", "共收到8份政府信息公开申请；4件予以公开")]
    [InlineData("全年受理政府信息公开申请5件。", "受理政府信息公开申请5件")]
    public void Read_Sentence_TextOfACountSaysWhatItCounts(string sentence, string texts) =>
        string.Join('；', ClaimReader.Read(sentence, year: 0).Claims.Select(claim => claim.Text)).ShouldBe(texts);

    [Theory]
    [InlineData("共受理咨询24件，其中网上15件、来电7件。", "网上15件、来电7件")]
    [InlineData("引发行政争议12件，其中，行政复议8件，行政诉讼5件。", "行政复议8件、行政诉讼5件")]
    [InlineData("引发行政争议12件，其中，行政复议8件，结果维持7件，尚未审结1件。", "")]
    public void Read_TotalWithParts_PartsThatMayBeAdded(string sentence, string parts) =>
        string.Join('、', ClaimReader.Read(sentence, year: 0).Breakdowns.SelectMany(total => total.Parts).Select(part => part.Text))
            .ShouldBe(parts);

    [Theory]
    [InlineData("100万条1条1条")]
    [InlineData("申请1件、")]
    [InlineData("其中1件、2件")]
    [InlineData("未收到申请，")]
    [InlineData("均为自然人，复议1件，")]
    [InlineData("占5%2件，")]
    [InlineData("（")]
    [InlineData("“")]
    public void Read_HugeSentenceOfBait_EndsWithFewCounts(string bait)
    {
        var sentence = string.Concat(Enumerable.Repeat(bait, 200_000 / bait.Length));

        var report = ClaimReader.Read(sentence, year: 2024);

        report.Claims.Count.ShouldBeLessThanOrEqualTo(1_000);
        report.Breakdowns.Count.ShouldBeLessThanOrEqualTo(1_000);
    }
}
