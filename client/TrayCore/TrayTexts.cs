using System.Globalization;
using Validation.Client.Wording;

namespace Validation.Tray;

/// <summary>What the program itself says to a clerk; what a check says comes from the client's core. Every text is here and nowhere
/// else.</summary>
internal static class TrayTexts
{
    public const string Product = "年报校验";

    public const string Normal = "正常";
    public const string Checking = "正在检查";
    public const string Connecting = "还没有得到校验服务的应答";
    public const string Offline = "校验服务没有应答";
    public const string Paused = "已暂停";
    public const string NoFolder = "还没有选择要监视的文件夹";

    public const string Recent = "最近的草稿(&R)";
    public const string NoRecent = "（还没有检查过草稿）";
    public const string OpenReport = "打开报告(&O)";
    public const string OpenAnnotated = "在 Word 批注中打开(&W)";
    public const string OpenFile = "打开文件(&F)";
    public const string Acknowledge = "已核对，不再提示(&K)…";
    public const string AllDrafts = "全部草稿(&L)…";
    public const string ReportButton = "打开报告";
    public const string FileButton = "打开文件";
    public const string CheckNow = "立即检查(&C)…";
    public const string Folders = "监视的文件夹(&W)";
    public const string AddFolder = "添加文件夹(&A)…";
    public const string RemoveFolder = "不再监视(&D)";
    public const string PauseOneHour = "暂停一小时(&P)";
    public const string Resume = "继续(&P)";
    public const string ServerStatus = "服务器状态(&S)";
    public const string Settings = "设置(&T)…";
    public const string StartWithWindows = "开机启动(&B)";
    public const string About = "关于(&I)";
    public const string Quit = "退出(&X)";

    public const string ChooseFolder = "选择放年报草稿的文件夹";
    public const string ChooseDraft = "选择要检查的草稿";
    public const string DraftKind = "年报草稿";

    public const string AskServerTitle = "还没有设置校验服务器";
    public const string AskServer = "点击这里填写校验服务器的地址，地址请向管理员询问。\n也可以右键点击任务栏上的图标，选“设置”。";

    public const string WelcomeTitle = "选择要监视的文件夹";
    public const string Welcome =
        "点击这里选择放年报草稿的文件夹，以后每次保存都会自动检查。\n也可以右键点击任务栏上的图标，选“监视的文件夹”。";

    public const string NothingYetTitle = "还没有报告";
    public const string NothingYet = "在监视的文件夹里保存一份草稿，或右键点击图标，选“立即检查”。";

    public const string UnknownDraft = "这份草稿已经删除，或者不再监视，没有它的报告了。";

    public const string AcknowledgeTitle = "已核对，不再提示";
    public const string AcknowledgeFindings = "选出核对过、数没有错的一处：";
    public const string AcknowledgeReason = "为什么没有错（记录在案，报告里会写明）：";
    public const string Ok = "确定";
    public const string Cancel = "取消";
    public const string ReasonMissing = "请写明为什么没有错。";

    public const string RunsAlready = "年报校验正在运行，图标在任务栏右端；看不到时点击那里的小箭头。";

    public const string SettingsProblemTitle = "设置里有写错的地方";

    public const string FixedSetting = "这项设置由管理员或命令行规定，不能在这里改。";

    public const string SettingsNotSaved = "设置没有存下来：文件写不进去。";

    public const string DataInUse = "另一个程序正在使用年报校验的数据文件夹，不能再启动一个。";

    public const string InternalErrorTitle = "年报校验出了内部错误";
    public const string InternalError = "这不是草稿的问题。如果反复出现，请把日志交给管理员；点击这里打开日志。";

    public const string StoppedTitle = "年报校验停止了检查";
    public const string Stopped = "程序内部出错，请退出后重新启动；如果反复出现，请把日志交给管理员。";

    public const string CannotSave = "磁盘写不进去：报告和检查记录没有存下来。";

    public const string EndRunningFirst = "正在运行的年报校验没有结束，请先退出它再试。";

    public const string Installed = "年报校验已安装并启动，图标在任务栏右端。以后登录时自动启动。";

    public const string Uninstalled = "年报校验已卸载。草稿没有改动。";

    public const string Help =
        """
        年报校验：监视文件夹，保存草稿时自动检查。

        validation-tray.exe [选项]

          --server 地址      校验服务器的地址，例如 https://10.0.0.8:5081
          --folder 文件夹    要监视的文件夹，可以写多次
          --settings 文件    设置文件，不写时用 %APPDATA%\年报校验\settings.conf
          --background       启动时不打开窗口（登录时的自动启动用它）
          --install          为当前用户安装并启动；可以和 --server、--folder 一起用
          --uninstall        卸载，连同设置、报告和日志；不动草稿
          --version          版本
          --help             本说明

        服务器地址依次采用：--server、管理员的统一规定（policy.conf）、设置文件、环境变量 VALIDATION_SERVER；
        都没有写时用本机的 http://127.0.0.1:5081。
        """;

    public static string AcknowledgedBy(string author) => $"以“{author}”的名义记录。数一改，这一处重新提示。";

    public static string Acknowledged(DateTimeOffset until) =>
        string.Create(CultureInfo.InvariantCulture, $"已记下“已核对”：这一处不再提示，数一改就重新提示；有效到 {until:yyyy-MM-dd}。");

    public static string NotAcknowledged(string name, string reason) => $"“{name}”没有记下“已核对”：{reason}";

    public static string NothingToAcknowledge(string name) => $"“{name}”现在没有要核对的问题。";

    public static string Problems(int drafts) => Number($"{drafts} 份草稿须修改或未能判定");

    public static string Unchecked(int drafts) => Number($"{drafts} 份草稿还没有检查过");

    public static string CheckUnchecked(int drafts) => Number($"现在检查没有检查过的 {drafts} 份草稿(&N)");

    public static string FolderAdded(string folder) => $"正在监视 {folder}";

    public static string ClickToCheck(string text) => $"{text}\n点击这里现在检查。";

    public static string Server(string address) => $"服务器：{address}";

    public static string MissingFolder(string folder) => $"找不到文件夹：{folder}";

    public static string PausedUntil(DateTimeOffset end) => Number($"{Paused}，到 {end:HH:mm} 为止");

    public static string ServerAnswers(string address) => $"服务器：{address}\n状态：连接正常";

    public static string ServerNotAnsweredYet(string address) => $"服务器：{address}\n状态：{Connecting}";

    public static string ServerSilent(string address, string problem, int waiting) =>
        $"服务器：{address}\n状态：{problem}{(waiting > 0 ? $"\n{WaitingWords.Of(waiting)}。" : string.Empty)}";

    public static string RuleSet(string? version) => $"规则集：{version ?? "尚未得知"}";

    public static string AboutProgram(string version, string? ruleSet, string settings, string data) =>
        $"年报校验 {version}\n{RuleSet(ruleSet)}\n\n设置：{settings}\n报告和日志：{data}";

    public static string Version(string version) => $"年报校验 {version}";

    public static string NotFound(string path) => $"打不开：{path}";

    public static string NoSuchDraft(string path) => $"找不到文件：{path}";

    public static string AskAgain(string summary) => $"{summary}\n服务器恢复后请再检查一次。";

    public static string UnknownOption(string option) => $"不认识的选项：{option}";

    public static string NoValue(string option) => $"选项 {option} 后面缺少内容。";

    public static string RelativeFolder(string folder) => $"文件夹“{folder}”要写完整路径，例如 {Example}。";

    public static string BadServer(string address) => $"服务器地址“{address}”不正确，应写成 http://主机:端口 或 https://主机:端口。";

    public static string NoCopy(string name, string reason) => $"“{name}”没有写成批注：{reason}";

    public static string NotInstalled(string reason) => $"没有装上：{reason}";

    public static string NotStarted(string program) => $"已安装，但没能启动：{program}。请从“开始”菜单启动“{Product}”。";

    public static string NotUninstalled(string reason) => $"没有卸载干净：{reason}";

    private static string Example => OperatingSystem.IsWindows() ? @"D:\年报" : "/home/zhang/年报";

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
