using Validation.Server.Access.Keys;
using static System.FormattableString;

namespace Validation.Server.Access;

/// <summary>Texts about keys and rights.</summary>
internal static class AccessTexts
{
    public const string LocalPrincipal = "本机";
    public const string ThisServer = "服务程序";
    public const string RoleClerk = "校验";
    public const string RoleSystem = "系统校验";
    public const string RoleAuthor = "起草规则";
    public const string RolePublisher = "发布";
    public const string RoleFiler = "归档";
    public const string RoleAuditor = "审计";

    public const string OnlyFromThisMachine =
        "服务器上还没有人有发布权限，只能在服务器本机上、用 127.0.0.1 或 localhost 直接连接（不经代理、不用 TLS）来操作。"
        + "要从别处操作，请先在服务器上运行 validation-server create-key 名称，或在 Validation:Administrators 配置密钥。";

    public const string TooManyWrongKeys = "错误的密钥太多，请稍后再试。";
    public const string KeysUnknown = "规则库暂时无法使用，无法确认谁有权限，没有执行。";
    public const string KeyUncheckable = "规则库暂时无法使用，无法核对密钥，请稍后再试。";

    public const string AnonymousUndecided =
        "没有密钥的人也能校验草稿，和旧版本一样。请管理员决定：要求出示密钥，把 Validation:AnonymousValidate 设为 false（先给各单位发放密钥）；"
        + "保持开放，设为 true。";

    public const string KeyRolesInvalid = "请写明密钥的权限，至少一种：clerk、system、author、publisher、filer、auditor。";
    public const string KeyExpiryInvalid = "密钥的失效时间应在将来。";

    private const string WhereTheKeyGoes =
        "密钥写在客户端设置文件的 key 一行或环境变量 VALIDATION_KEY 中（其他程序：请求头 authorization: Bearer 密钥）。";

    public static string KeyTitle(string name, string id)
    {
        return $"{name}（{id}）";
    }

    /// <summary>Somebody who is not known wants what needs a role.</summary>
    public static string KeyNeeded(Roles need)
    {
        return $"需要密钥，{RoleNeeded(need)}。{WhereTheKeyGoes}";
    }

    /// <summary>Somebody who is known lacks a role.</summary>
    public static string RoleMissing(Roles need)
    {
        return $"密钥或证书没有这项权限：{RoleNeeded(need)}。请向管理员要有此权限的密钥。{WhereTheKeyGoes}";
    }

    /// <summary>A key is shown that is not good.</summary>
    public static string KeyRefused(KeyState state)
    {
        return WhyKeyRefused(state) + WhereTheKeyGoes;
    }

    /// <summary>The same, to somebody who typed the key in.</summary>
    public static string WhyKeyRefused(KeyState state)
    {
        return state switch
        {
            KeyState.Expired => "密钥已过期，请向管理员要新的密钥。",
            KeyState.Revoked => "密钥已被收回，请向管理员要新的密钥。",
            _ => "密钥不对，请核对。",
        };
    }

    public static string KeyNameInvalid(int most)
    {
        return Invariant($"请写明密钥给谁用，一行，最多 {most} 个字。");
    }

    public static string TooManyKeys(int most)
    {
        return Invariant($"密钥已有 {most} 个，不能再增加。");
    }

    public static string NoSuchKey(string id)
    {
        return $"没有编号为 {id} 的密钥：请用 validate keys list 查看。写在服务器配置中的密钥只能在配置中收回。";
    }

    public static string SubjectInvalid(string setting)
    {
        return $"配置项 Validation:{setting} 有误：Subject 写证书的主题（如 CN=portal, O=办公室），互不相同；Name 要填写。";
    }

    public static string RoleInvalid(string setting, string word)
    {
        return $"配置项 Validation:{setting} 中的“{word}”不是权限：可以写 clerk、system、author、publisher、filer、auditor 或 none。";
    }

    public static string SessionCertificateInvalid(string path)
    {
        return $"Validation:Pages:Certificate 的证书 {path} 没有 RSA 私钥，不能用来加密登录所用的秘密。请换成 RSA 证书，或者留空。";
    }

    private static string RoleNeeded(Roles need)
    {
        return need == Roles.All ? "任何一种权限都可以" : $"权限是{need.Chinese()}";
    }
}
