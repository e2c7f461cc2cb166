using Google.Protobuf.WellKnownTypes;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Keys;

/// <summary>What `validate keys` says.</summary>
internal static class KeyTexts
{
    public const string KeysDescription = "管理密钥：发放、查看、收回，以及在本机上存放。";
    public const string KeysCreateDescription = "发放一个密钥。密钥只显示这一次，请立即交给使用的人，不要截图或发在群里。";
    public const string KeysListDescription = "列出发放过的密钥（不含密钥本身）。";
    public const string KeysRevokeDescription = "收回一个密钥：各台服务器一秒之内不再接受，正在进行的调用也会结束。";
    public const string KeysStoreDescription = "把密钥存放在本机，以后检查草稿和管理规则都用它。密钥从标准输入读取，不出现在命令历史里。";
    public const string KeysForgetDescription = "删除存放在本机的密钥。";
    public const string KeyHolderName = "名称";
    public const string KeyHolderDescription = "密钥给谁用，例如：区教育局。";
    public const string RoleName = "权限";

    public const string RoleDescription =
        "权限，可以写多次：clerk（逐份检查）、system（批量检查）、author（起草、试运行规则）、publisher（发布、撤回、管理密钥）、"
        + "filer（归档）、auditor（查看管理记录）。";

    public const string ExpiresDescription = "有效到哪一天（含当天，按本机时区），例如 2027-12-31。不写时一直有效。";
    public const string KeyIdDescription = "密钥的编号，见 validate keys list。";
    public const string NoKeys = "还没有发放过密钥。";
    public const string KeyPrompt = "请粘贴密钥，按回车结束（不会显示）：";
    public const string NoKeyGiven = "没有读到密钥。";
    public const string KeyFixed = "写在服务器配置中";
    public const string KeyForgotten = "本机上没有存放这台服务器的密钥了。";
    public const string KeyNotForgotten = "密钥删不掉：设置文件写不了，或者密钥由管理员的策略文件给出。";
    public const string KeyNotStored = "密钥没有存上：设置文件写不了，或者服务器、密钥由管理员的策略文件给出。";

    public static string BadRole(string role) => $"没有“{role}”这种权限，可以写 clerk、system、author、publisher、filer、auditor。";

    public static string KeyMade(Key key) => $"密钥 {key.Id} 已发放给 {key.Name}，权限：{Roles(key)}。下面一行是密钥，只显示这一次：";

    public static string KeyRevoked(Key key) => $"密钥 {key.Id}（{key.Name}）已收回。";

    public static string KeyStored(ServerAddress server, string place) => $"{server} 的密钥已存放在 {place}。";

    public static string Roles(Key key) => string.Join(' ', key.Roles.Select(role => role.ToString().ToLowerInvariant()));

    public static string KeyMadeBy(string time, string by) => $"{time} 由 {(by.Length == 0 ? "系统" : by)} 发放";

    public static string KeyState(Key key, DateTimeOffset now, Func<Timestamp, string> time) => key switch
    {
        { RevokedAt: { } at } => $"{time(at)} 由 {key.RevokedBy} 收回：{key.RevokedReason}",
        { ExpiresAt: { } end } when end.ToDateTimeOffset() <= now => $"{time(end)} 已过期",
        { ExpiresAt: { } end } => $"有效到 {time(end)}",
        _ => "一直有效",
    };
}
