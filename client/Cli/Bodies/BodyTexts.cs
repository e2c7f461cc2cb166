using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli.Bodies;

/// <summary>What `validate bodies` says.</summary>
internal static class BodyTexts
{
    public const string BodiesDescription = "管理机关名单：规则按机关的类别（部门、乡镇、街道等）检查。";
    public const string BodiesImportDescription = "用 CSV 文件替换整个机关名单。列名：名称、别名（几个用分号隔开）、类别、级别、上级；只有名称必须有。";
    public const string BodiesListDescription = "列出机关名单。";
    public const string BodiesShowDescription = "看一个名称是名单中的哪个机关，规则把它当作哪一类。";
    public const string BodiesRemoveDescription = "从名单中去掉一个机关。";
    public const string BodyFileDescription = "机关名单，CSV 文件，UTF-8 或 GB18030 编码。";
    public const string BodyTextName = "文字";
    public const string BodyTextDescription = "只列名称或别名中有这些字的；不写时全部列出。";
    public const string BodyNameDescription = "机关的名称。";
    public const string NoBodies = "名单是空的，或者没有这样的机关。";

    public static string FileUnreadable(string path) => $"文件 {path} 读不了。";

    public static string BodyRemoved(Body body) => $"{body.Name} 已从名单中去掉。";

    public static string BodiesImported(ImportBodiesReply reply) =>
        Invariant($"名单现有机关 {reply.Bodies} 个：新增 {reply.Added} 个，有改动 {reply.Changed} 个，去掉 {reply.Removed} 个。");

    public static string BodiesAmbiguous(IEnumerable<string> names) => $"几个机关共用的名称（写这些名称的报告不算任何一个机关的）：{string.Join('、', names)}";

    public static string BodiesChanged(string time, string by) => $"{time} 由 {by} 修改";

    public static string BodyNotMatched(IReadOnlyCollection<string> candidates) => candidates.Count == 0
        ? "名单中没有这个名称。"
        : $"这个名称是几个机关共用的：{string.Join('、', candidates)}。";

    public static string BodyNature(BodyKind kind, BodyLevel level) => $"{Name(kind)}，{Name(level)}";

    public static string BodyMore(Body body) =>
        (body.Aliases.Count == 0 ? string.Empty : $"  别名：{string.Join('、', body.Aliases)}")
        + (body.Superior.Length == 0 ? string.Empty : $"  上级：{body.Superior}");

    private static string Name(BodyKind kind) => kind switch
    {
        BodyKind.Province => "省级政府",
        BodyKind.City => "市级政府",
        BodyKind.County => "县级政府",
        BodyKind.Township => "乡镇",
        BodyKind.Street => "街道",
        BodyKind.Department => "部门",
        BodyKind.Zone => "园区",
        BodyKind.Vertical => "垂直管理",
        _ => "类别不能确定",
    };

    private static string Name(BodyLevel level) => level switch
    {
        BodyLevel.Nation => "国家级",
        BodyLevel.Province => "省级",
        BodyLevel.City => "市级",
        BodyLevel.County => "县级",
        BodyLevel.Township => "乡级",
        _ => "级别不能确定",
    };
}
