using Validation.Cel;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Rules.Facts;

/// <summary>A count that the prose states, as rules see it.</summary>
internal sealed record ClaimFact(Claim Claim) : IPlace
{
    public Location? Location => Claim.Location;

    public int Section => Claim.Section;

    public string Words => Claim.Text;

    /// <summary>True for the reporting body's own number: the sentence names no wider scope, such as 全市.</summary>
    public bool IsOwn => Claim.Scope.Length == 0 || Claim.Scope[0] is '本' or '我' || Claim.Scope.Contains("本级", StringComparison.Ordinal);
}

/// <summary>A total that the prose states with its parts, as rules see it.</summary>
internal sealed record BreakdownFact(Breakdown Breakdown) : IPlace
{
    public Location? Location => Breakdown.Location;

    public int Section => Breakdown.Section;

    public string Words => Breakdown.Text;
}

/// <summary>A share that the prose states, as rules see it.</summary>
internal sealed record ShareFact(Share Share) : IPlace
{
    public Location? Location => Share.Location;

    public int Section => Share.Section;

    public string Words => Share.Text;
}

/// <summary>The counts, totals and shares of the prose, as rules see them.</summary>
internal static class ClaimFacts
{
    private static readonly Dictionary<Kind, string> Names =
        Claim.Descriptor.EnumTypes[0].Values.ToDictionary(value => (Kind)value.Number, value => value.Name);

    private static readonly HashSet<string> Known = [.. Names.Values];

    /// <summary>The type of a count that the prose states, as rules see it.</summary>
    public static readonly ObjectType Type = new("claim", () =>
    [
        Of("kind", CelType.String, claim => CelValue.Of(Names[claim.Claim.Kind]), "种类，如 ACCEPTED，见 report.proto 的 Claim.Kind"),
        Of("count", CelType.Int, claim => CelValue.Of((long)claim.Claim.Value), "件数；没有的是 0"),
        Of("value", CelType.Double, claim => CelValue.Of(claim.Claim.Value), "数；收费金额是万元，信息处理费是元"),
        Of("unit", CelType.String, claim => CelValue.Of(claim.Claim.Unit), "单位原文"),
        Of("scope", CelType.String, claim => CelValue.Of(claim.Claim.Scope), "范围原文，如“全市”；没有写的是空"),
        Of("own", CelType.Bool, claim => CelValue.Of(claim.IsOwn), "是本机关自己的数：没有写“全市”之类"),
        Of("text", CelType.String, claim => CelValue.Of(claim.Claim.Text), "写明这个数的文字"),
        Of("sentence", CelType.String, claim => CelValue.Of(claim.Claim.Sentence), "所在的句子"),
        Of("verb", CelType.String, claim => CelValue.Of(claim.Claim.Verb), "动词原文，如“收到”"),
        Of("in_words", CelType.Bool, claim => CelValue.Of(claim.Claim.InWords), "是用文字说没有，不是写的数"),
        Of("section", CelType.Int, claim => CelValue.Of((long)claim.Claim.Section), "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The type of a total with its parts, as rules see it.</summary>
    public static readonly ObjectType BreakdownType = new("breakdown", () =>
    [
        Field<BreakdownFact>("text", CelType.String, fact => CelValue.Of(fact.Breakdown.Text), "总数的文字"),
        Field<BreakdownFact>("total", CelType.Double, fact => CelValue.Of(fact.Breakdown.Total), "总数"),
        Field<BreakdownFact>(
            "parts", CelType.ListOf(CelType.Double), fact => Numbers(fact.Breakdown.Parts.Select(part => part.Value)), "各分项"),
        Field<BreakdownFact>(
            "words", CelType.ListOf(CelType.String), fact => Words(fact.Breakdown.Parts.Select(part => part.Text)), "各分项的文字"),
        Field<BreakdownFact>("unit", CelType.String, fact => CelValue.Of(fact.Breakdown.Unit), "单位原文"),
        Field<BreakdownFact>("whole", CelType.Bool, fact => CelValue.Of(fact.Breakdown.Whole), "写明分项就是全部"),
        Field<BreakdownFact>("section", CelType.Int, fact => CelValue.Of((long)fact.Section), "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The type of a share that the prose states, as rules see it.</summary>
    public static readonly ObjectType ShareType = new("share", () =>
    [
        Field<ShareFact>("text", CelType.String, fact => CelValue.Of(fact.Share.Text), "文字"),
        Field<ShareFact>("part", CelType.Double, fact => CelValue.Of(fact.Share.Part), "占比例的数"),
        Field<ShareFact>("percent", CelType.Double, fact => CelValue.Of(fact.Share.Percent), "百分之几"),
        Field<ShareFact>("decimals", CelType.Int, fact => CelValue.Of((long)fact.Share.Decimals), "百分数有几位小数"),
        Field<ShareFact>("bases", CelType.ListOf(CelType.Double), fact => Numbers(fact.Share.Bases), "同一句里单位相同的数"),
        Field<ShareFact>("of_applications", CelType.Bool, fact => CelValue.Of(fact.Share.OfApplications), "说的是政府信息公开申请"),
        Field<ShareFact>("section", CelType.Int, fact => CelValue.Of((long)fact.Section), "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The function <c>stated</c>, which picks the body's own counts of one kind.</summary>
    public static CelFunction Stated { get; } = new(
        "stated", false, [CelType.String], CelType.ListOf(Type), (frame, arguments) => StatedOf(frame, arguments[0].AsString),
        "正文写明的本机关的一种数，得到列表");

    /// <summary>The counts of a report.</summary>
    public static CelValue Of(Report report) => ProseFacts.ListOf(Type, [.. report.Claims.Select(claim => new ClaimFact(claim))]);

    /// <summary>The totals of a report.</summary>
    public static CelValue BreakdownsOf(Report report) =>
        ProseFacts.ListOf(BreakdownType, [.. report.Breakdowns.Select(breakdown => new BreakdownFact(breakdown))]);

    /// <summary>The shares of a report.</summary>
    public static CelValue SharesOf(Report report) =>
        ProseFacts.ListOf(ShareType, [.. report.Shares.Select(share => new ShareFact(share))]);

    private static CelValue StatedOf(CelFrame frame, string kind)
    {
        if (!Known.Contains(kind))
        {
            return CelValue.Error(Texts.UnknownClaimKind(kind));
        }

        var all = frame.Variables[FactEnvironment.ClaimsSlot].AsList;
        List<CelValue>? found = null;
        foreach (var item in all.Items)
        {
            var fact = (ClaimFact)item.AsObject;
            if (fact.IsOwn && Names[fact.Claim.Kind] == kind)
            {
                (found ??= []).Add(item);
            }
        }

        return CelValue.Of(found is null ? CelList.Empty : new CelList([.. found]));
    }

    private static CelValue Numbers(IEnumerable<double> numbers) =>
        CelValue.Of(new CelList([.. numbers.Select(number => CelValue.Of(number))]));

    private static CelValue Words(IEnumerable<string> words) => CelValue.Of(new CelList([.. words.Select(word => CelValue.Of(word))]));

    private static ObjectField Of(string name, CelType type, Func<ClaimFact, CelValue> get, string documentation) =>
        Field(name, type, get, documentation);

    private static ObjectField Field<T>(string name, CelType type, Func<T, CelValue> get, string documentation) =>
        new(name, type, fact => get((T)fact), documentation);
}
