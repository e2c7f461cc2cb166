using System.Globalization;
using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Settings;
using Validation.Client.Wording;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Cli;

/// <summary>What several commands say. What is said of files and servers comes from the library.</summary>
internal static class CliTexts
{
    public const string BodyName = "名称";

    public static readonly IReadOnlyList<(string Code, string Meaning)> ClaimsExitCodes =
    [
        ("0", "每个文件、每个句子都有答复"),
        ("2", "至少一个文件没有读出来，原因在它那一行"),
        ("3", "用法不对、文件夹里没有草稿，或者服务没有应答"),
        ("130", "被中断（Ctrl+C）；已有的结果照样输出"),
    ];

    public const string KeyIdName = "编号";
    public const string StatusWell = "正常";

    public static readonly IReadOnlyList<(string Code, string Meaning)> RuleExitCodes =
    [
        ("0", "完成（规则有变化、检查结果有不同，也是 0）"),
        ("1", "规则文件有错、测试没有通过、try 时规则运行出错、表达式没有值、服务没有接受改动，或者 status 发现异常"),
        ("2", "try：至少一份年报未能检查"),
        ("3", "用法不对、文件夹读不出、服务没有应答或出错"),
        ("130", "被中断（Ctrl+C）"),
    ];

    public static string Moment(TimeProvider time, Timestamp? at) => at is null ? string.Empty : Moment(time, at.ToDateTimeOffset());

    public static string Moment(TimeProvider time, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string StatusWatchers(int watchers) => Invariant($"在线客户端：{watchers} 个");

    public static string StatusAlarms(int rules) => Invariant($"反复出错的规则：{rules} 条（仍在使用，请修改或停用）");

    public static string StatusAlarm(RuleAlarm alarm) =>
        Invariant($"：最近 {alarm.Checks} 次校验中 {alarm.Failed} 次出错，来自 {alarm.Principals} 个来源；{alarm.Message}");

    public const string FileName = "文件";

    public static readonly IReadOnlyList<(string Code, string Meaning)> WatchExitCodes =
    [
        ("3", "用法不对、没有写要监视的文件夹，或者已经有一个程序在监视"),
        ("130", "按 Ctrl+C 结束，或者被系统结束"),
    ];

    public static readonly string SettingsDescription = $"设置文件。不写时用 {SettingsSources.UserFile}。";

    public const string Product = ProductWords.Name;
    public const string Colon = "：";
    public const string NotChecked = $"：{VerdictWords.NotChecked}。";
    public static readonly string FilesDescription = $"草稿（{DraftFormats.Names}）或放草稿的文件夹，可以写多个。写 - 表示从标准输入读。";
    public const string RecursiveDescription = "文件夹连同所有子文件夹一起检查。隐藏文件和正在编辑时的临时文件不算。";
    public const string FormatName = "格式";

    public static readonly IReadOnlyList<(string Code, string Meaning)> DemoExitCodes =
    [
        ("0", "每次保存都得到了答复"),
        ("3", "用法不对、服务没能启动，或者有一次保存没有得到答复"),
        ("130", "被中断（Ctrl+C）"),
    ];

    public static readonly IReadOnlyList<(string Code, string Meaning)> ExitCodes =
    [
        ("0", "全部通过（可以有警告和提示）"),
        ("1", "至少一份有错误，须修改"),
        ("2", "没有发现错误，但至少一份未能判定或未能检查"),
        ("3", "用法不对、文件夹里没有草稿、服务没有应答，或者一份也没有得到答复"),
        ("130", "被中断（Ctrl+C）；已有的结果照样输出"),
    ];

    public static string Version { get; } =
        typeof(CliTexts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static string Title(string title) => $"【{title}】";

    public static string RuleId(string id) => $"〔{id}〕";

    public static string Stopped(int done, int left) => Invariant($"已中断：检查了 {done} 份，还有 {left} 份没有检查。");

    public static string NoServer(string failure) =>
        $"{failure}请核对服务地址：用 --server、设置文件或环境变量 {ServerAddress.EnvironmentVariable} 写明；地址没有错的，请管理员看服务是否已启动。";

    public static string UntrustedServer(string failure) =>
        $"{failure}证书由单位自建的机构签发的，用 --ca 或环境变量 {ServerTrust.EnvironmentVariable} 写明该机构的证书文件。";

    public static string SinceLastCheck(FindingChanges changes) => $"和上次检查相比：{changes.Text}。";
}
