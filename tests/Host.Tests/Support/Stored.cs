using Google.Protobuf.WellKnownTypes;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>Versions as the store keeps them.</summary>
internal static class Stored
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 8, 30, 0, 125, TimeSpan.Zero);

    public static StoredRuleSet Version(long revision, string text = "a")
    {
        var version = revision == 0 ? "2026.1" : $"2026.1+{revision}";
        var rules = new StoredRuleSet(revision, version, "2026.1", [File("national.yaml", "n")], [File("local.yaml", text)], At);
        return revision == 0 ? rules : rules with { Publication = Publication(version, rules.Sha256) };
    }

    public static RuleFile File(string path, string text)
    {
        return new RuleFile { Path = path, Text = text };
    }

    public static Publication Publication(string version, string sha256 = "")
    {
        return new Publication
        {
            Action = version.Length == 0 ? V1.Publication.Types.Action.Refused : V1.Publication.Types.Action.Published,
            Version = version,
            PreviousVersion = "2026.1",
            At = Timestamp.FromDateTimeOffset(At),
            Author = "张三",
            Principal = "政务公开办",
            Reason = "年度修订\n第二行",
            Summary = "新增 1 条",
            Sha256 = sha256,
        };
    }

    /// <summary>Equal in all that is kept.</summary>
    public static void ShouldBeSame(this StoredRuleSet? actual, StoredRuleSet expected)
    {
        actual.ShouldNotBeNull();
        (actual.Revision, actual.Version, actual.NationalVersion, actual.At, actual.Sha256)
            .ShouldBe((expected.Revision, expected.Version, expected.NationalVersion, expected.At, expected.Sha256));
        actual.National.ShouldBe(expected.National);
        actual.Overlay.ShouldBe(expected.Overlay);
        actual.Publication.ShouldBe(expected.Publication);
    }
}
