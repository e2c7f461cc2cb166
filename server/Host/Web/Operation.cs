namespace Validation.Server.Web;

/// <summary>One operation of the JSON interface, as the page and the OpenAPI document show it.</summary>
/// <param name="Id">Its name in generated clients.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Detail">The same in sentences.</param>
/// <param name="Arguments">An example: what follows curl and the address.</param>
internal sealed record Operation(string Id, HttpMethod Method, string Path, string Summary, string Detail, string Arguments)
{
    public static readonly Operation Validate =
        new("validate", HttpMethod.Post, "/v1/validate", WebTexts.ApiValidate, WebTexts.ApiValidateDetail, " -F file=@年报.docx");

    public static readonly Operation Annotate =
        new("annotate", HttpMethod.Post, "/v1/annotate", WebTexts.ApiAnnotate, WebTexts.ApiAnnotateDetail, " -F file=@年报.docx -OJ");

    public static readonly Operation Rules = new("rules", HttpMethod.Get, "/v1/rules", WebTexts.ApiRules, WebTexts.ApiRulesDetail, "");

    public static readonly Operation Rule = new("rule", HttpMethod.Get, "/v1/rules/{id}", WebTexts.ApiRule, WebTexts.ApiRuleDetail, "");

    public static readonly Operation Status = new("status", HttpMethod.Get, "/v1/status", WebTexts.ApiStatus, WebTexts.ApiStatusDetail, "");

    public static readonly Operation Healthz =
        new("healthz", HttpMethod.Get, "/healthz", WebTexts.ApiHealthz, WebTexts.ApiHealthzDetail, "");

    public static readonly Operation Readyz = new("readyz", HttpMethod.Get, "/readyz", WebTexts.ApiReadyz, WebTexts.ApiReadyzDetail, "");

    public static readonly Operation ArchiveFile = new(
        "archiveFile", HttpMethod.Post, "/v1/archive", WebTexts.ApiArchiveFile, WebTexts.ApiArchiveFileDetail,
        "'?author=张三&reason=定稿' -F file=@年报.docx");

    public static readonly Operation ArchiveList = new(
        "archiveList", HttpMethod.Get, "/v1/archive", WebTexts.ApiArchiveList, WebTexts.ApiArchiveListDetail,
        "'?year=2024&verdict=reject'");

    public static readonly Operation ArchiveExport = new(
        "archiveExport", HttpMethod.Get, "/v1/archive/export", WebTexts.ApiArchiveExport, WebTexts.ApiArchiveExportDetail,
        "'?format=csv&year=2024' -OJ");

    public static readonly Operation ArchiveOverview = new(
        "archiveOverview", HttpMethod.Get, "/v1/archive/overview", WebTexts.ApiArchiveOverview, WebTexts.ApiArchiveOverviewDetail,
        "'?year=2024'");

    public static readonly Operation ArchiveTry = new(
        "archiveTry", HttpMethod.Post, "/v1/archive/try", WebTexts.ApiArchiveTry, WebTexts.ApiArchiveTryDetail,
        " --json '{\"candidate\": {\"files\": [{\"path\": \"本地.yaml\", \"text\": \"…\"}]}}'");

    public static readonly Operation ArchiveStatus = new(
        "archiveStatus", HttpMethod.Get, "/v1/archive/status", WebTexts.ApiArchiveStatus, WebTexts.ApiArchiveStatusDetail, "");

    public static readonly Operation ArchiveCurrent = new(
        "archiveCurrent", HttpMethod.Get, "/v1/archive/current", WebTexts.ApiArchiveCurrent, WebTexts.ApiArchiveCurrentDetail,
        "'?organization=某某县民政局&year=2024'");

    public static readonly Operation ArchiveReport = new(
        "archiveReport", HttpMethod.Get, "/v1/archive/{id}", WebTexts.ApiArchiveReport, WebTexts.ApiArchiveReportDetail, "?include_report");

    public static readonly Operation ArchiveRemove = new(
        "archiveRemove", HttpMethod.Delete, "/v1/archive/{id}", WebTexts.ApiArchiveRemove, WebTexts.ApiArchiveRemoveDetail,
        "'?author=张三&reason=归错了机关' -X DELETE");

    public static readonly Operation ArchiveOriginal = new(
        "archiveOriginal", HttpMethod.Get, "/v1/archive/{id}/original", WebTexts.ApiArchiveOriginal, WebTexts.ApiArchiveOriginalDetail,
        " -OJ");

    public static IReadOnlyList<Operation> All { get; } =
    [
        Validate, Annotate, Rules, Rule, Status, ArchiveFile, ArchiveList, ArchiveExport, ArchiveOverview, ArchiveTry, ArchiveStatus,
        ArchiveCurrent, ArchiveReport, ArchiveRemove, ArchiveOriginal, Healthz, Readyz,
    ];
}
