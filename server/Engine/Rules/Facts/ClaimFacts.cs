using Validation.Cel;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Rules.Facts;

/// <summary>The counts, totals and shares of the prose, as rules see them.</summary>
internal static class ClaimFacts
{
    private static readonly EnumWords<Kind> Kinds = new(Claim.Descriptor.EnumTypes[0]);

    /// <summary>The type of a count that the prose states, as rules see it.</summary>
    public static readonly ObjectType Type = new("claim", () =>
    [
        FactField<Claim>.Of("kind", CelType.String, claim => Kinds.Of(claim.Kind), "种类，如 ACCEPTED，见 report.proto 的 Claim.Kind"),
        FactField<Claim>.Of("count", claim => (long)claim.Value, "件数；没有的是 0"),
        FactField<Claim>.Of("value", claim => claim.Value, "数；收费金额是万元，信息处理费是元"),
        FactField<Claim>.Of("unit", claim => claim.Unit, "单位原文"),
        FactField<Claim>.Of("scope", claim => claim.Scope, "范围原文，如“全市”；没有写的是空"),
        FactField<Claim>.Of("own", IsOwn, "是本机关自己的数：没有写“全市”之类"),
        FactField<Claim>.Of("text", claim => claim.Text, "写明这个数的文字"),
        FactField<Claim>.Of("sentence", claim => claim.Sentence, "所在的句子"),
        FactField<Claim>.Of("verb", claim => claim.Verb, "动词原文，如“收到”"),
        FactField<Claim>.Of("in_words", claim => claim.InWords, "是用文字说没有，不是写的数"),
        FactField<Claim>.Of("section", claim => claim.Section, "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The type of a total with its parts, as rules see it.</summary>
    public static readonly ObjectType BreakdownType = new("breakdown", () =>
    [
        FactField<Breakdown>.Of("text", breakdown => breakdown.Text, "总数的文字"),
        FactField<Breakdown>.Of("total", breakdown => breakdown.Total, "总数"),
        FactField<Breakdown>.Of("parts", Numbers, breakdown => FactList.Of(breakdown.Parts, part => CelValue.Of(part.Value)), "各分项"),
        FactField<Breakdown>.Of(
            "words", CelType.ListOf(CelType.String), breakdown => FactList.Of(breakdown.Parts, part => CelValue.Of(part.Text)), "各分项的文字"),
        FactField<Breakdown>.Of("unit", breakdown => breakdown.Unit, "单位原文"),
        FactField<Breakdown>.Of("whole", breakdown => breakdown.Whole, "写明分项就是全部"),
        FactField<Breakdown>.Of("section", breakdown => breakdown.Section, "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The type of a share that the prose states, as rules see it.</summary>
    public static readonly ObjectType ShareType = new("share", () =>
    [
        FactField<Share>.Of("text", share => share.Text, "文字"),
        FactField<Share>.Of("part", share => share.Part, "占比例的数"),
        FactField<Share>.Of("percent", share => share.Percent, "百分之几"),
        FactField<Share>.Of("decimals", share => share.Decimals, "百分数有几位小数"),
        FactField<Share>.Of("bases", Numbers, share => FactList.Of(share.Bases, CelValue.Of), "同一句里单位相同的数"),
        FactField<Share>.Of("of_applications", share => share.OfApplications, "说的是政府信息公开申请"),
        FactField<Share>.Of("section", share => share.Section, "属于第几部分；0 是正文之前"),
    ]);

    /// <summary>The function <c>stated</c>, which picks the body's own counts of one kind.</summary>
    public static CelFunction Stated { get; } = new(
        "stated", false, [CelType.String], CelType.ListOf(Type), (frame, arguments) => StatedOf(frame, arguments[0].AsString),
        "正文写明的本机关的一种数，得到列表");

    private static CelType Numbers => CelType.ListOf(CelType.Double);

    /// <summary>True for the reporting body's own number: the sentence names no wider scope, such as 全市.</summary>
    public static bool IsOwn(Claim claim) =>
        claim.Scope.Length == 0 || claim.Scope[0] is '本' or '我' || claim.Scope.Contains("本级", StringComparison.Ordinal);

    private static CelValue StatedOf(CelFrame frame, string name)
    {
        if (Kinds.Find(name) is not { } kind)
        {
            return CelValue.Error(Texts.UnknownClaimKind(name));
        }

        List<CelValue>? found = null;
        foreach (var item in frame.Variables[FactEnvironment.ClaimsSlot].AsList.Items)
        {
            var claim = (Claim)item.AsObject;
            if (claim.Kind == kind && IsOwn(claim))
            {
                (found ??= []).Add(item);
            }
        }

        return CelValue.Of(found is null ? CelList.Empty : new CelList([.. found]));
    }
}
