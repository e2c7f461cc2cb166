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
        new("validate", HttpMethod.Post, "/v1/validate", Texts.ApiValidate, Texts.ApiValidateDetail, " -F file=@年报.docx");

    public static readonly Operation Rules = new("rules", HttpMethod.Get, "/v1/rules", Texts.ApiRules, Texts.ApiRulesDetail, "");

    public static readonly Operation Rule = new("rule", HttpMethod.Get, "/v1/rules/{id}", Texts.ApiRule, Texts.ApiRuleDetail, "");

    public static readonly Operation Status = new("status", HttpMethod.Get, "/v1/status", Texts.ApiStatus, Texts.ApiStatusDetail, "");

    public static readonly Operation Healthz = new("healthz", HttpMethod.Get, "/healthz", Texts.ApiHealthz, Texts.ApiHealthzDetail, "");

    public static readonly Operation Readyz = new("readyz", HttpMethod.Get, "/readyz", Texts.ApiReadyz, Texts.ApiReadyzDetail, "");

    public static IReadOnlyList<Operation> All { get; } = [Validate, Rules, Rule, Status, Healthz, Readyz];
}
