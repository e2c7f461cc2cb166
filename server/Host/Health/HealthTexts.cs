namespace Validation.Server.Health;

/// <summary>Why the server takes no documents.</summary>
internal static class HealthTexts
{
    public const string NoRules = "没有规则可用，暂不校验，请联系管理员。";
}
