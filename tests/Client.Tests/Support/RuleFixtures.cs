using Google.Protobuf.WellKnownTypes;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>Replies about rules as a server gives them, built by hand.</summary>
internal static class RuleFixtures
{
    public const string LocalRule = """
        rules:
          - id: city-total
            title: 总数
            # 本市的规定
            severity: error

          - title: 另一条
            id: "city-other"  # 编号
        """;

    private const string Override = "rules:\n- override: t3-balance\n  severity: warning\n  reason: 常有误报\n";

    public static RuleSetContent Content() => new()
    {
        Version = "2026.1+3",
        Sha256 = new string('b', 64),
        NationalVersion = "2026.1",
        National = { File("表三.yaml", "rules:\n  - id: t3-balance\n    title: 收办平衡\n  - id: t3-row\n    title: 行\n") },
        Overlay = new RuleOverlay { Files = { File("本市/总数.yaml", LocalRule), File("调整.yaml", Override) } },
        Rules = new RuleList
        {
            RuleSetVersion = "2026.1+3",
            Rules =
            {
                Rule("t3-balance", "收办平衡", "表三", Level.Warning, Level.Error),
                Rule("t3-row", "行", "表三", Level.Error, Level.Error, off: "本市不用"),
                Rule("t3-new", "新栏目", "表三", Level.Warning, Level.Warning, since: 2024),
                Rule("year-last", "与上年衔接", "跨年", Level.Error, Level.Error, waits: "上年报告"),
                Rule("city-total", "总数", "本市", Level.Info, Level.Error, trial: "2026-12-31", local: true),
            },
        },
        Publication = Entry(Publication.Types.Action.Published, "2026.1+3", "2026.1+2", "增加本市的规则"),
    };

    public static DiffReply Diff() => new()
    {
        Changes =
        {
            new RuleChange { Kind = RuleChange.Types.Kind.Added, RuleId = "city-total", Title = "总数" },
            new RuleChange
            {
                Kind = RuleChange.Types.Kind.Changed,
                RuleId = "t3-balance",
                Title = "收办平衡",
                Keys =
                {
                    new KeyChange { Key = "severity", Before = "error", After = "warning" },
                    new KeyChange { Key = "why", After = "常有误报。" },
                    new KeyChange { Key = "assert", Before = "a == b\n", After = "a == b\n&& c == d\n" },
                },
            },
            new RuleChange { Kind = RuleChange.Types.Kind.SwitchedOff, RuleId = "t3-row", Title = "行" },
        },
    };

    public static PublishReply Published() => new()
    {
        Publication = Entry(Publication.Types.Action.Published, "2026.1+4", "2026.1+3", "试试"),
    };

    public static HistoryReply History() => new()
    {
        Entries =
        {
            Entry(Publication.Types.Action.RolledBack, "2026.1+4", "2026.1+3", "误报太多", restored: "2026.1+2"),
            Entry(Publication.Types.Action.Refused, string.Empty, "2026.1+3", "试试\n测试没有通过：总数.yaml 第 3 行"),
            Entry(Publication.Types.Action.Published, "2026.1+3", "2026.1+2", "增加本市的规则"),
            new Publication
            {
                Action = Publication.Types.Action.NationalSetRenewed, Version = "2026.1+2", PreviousVersion = "2025.2+2", Principal = "系统",
                At = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 1, 4, 16, 0, 0, TimeSpan.Zero)),
            },
        },
    };

    public static ExplainReply Explanation() => new()
    {
        Rule = Rule("t3-balance", "收办平衡", "表三", Level.Warning, Level.Error),
        Why = "收到的申请都要有去处：办结，或者结转下年度。",
        WrongExample = "received: {natural_person: 29}\nresults_total: {natural_person: 34}\n",
        WrongMessage = "“自然人”一列：收 29，办 34，两者应相等。",
        RightExample = "received: {natural_person: 34}\nresults_total: {natural_person: 34}\n",
        File = "表三.yaml",
        Line = 12,
        Text = "- id: t3-balance\n",
    };

    public static RuleStatus Status() => new() { Version = "2026.1+3", Watchers = 12 };

    public static TryReply Unchanged(ValidateRequest draft) => new()
    {
        VerdictBefore = Verdict.Accept, VerdictAfter = Verdict.Accept, Unchanged = 2,
    };

    public static RuleProblem Problem(string file, int line, int column, string message, Level severity = Level.Error) => new()
    {
        Severity = severity, File = file, Line = line, Column = column, RuleId = line == 0 ? string.Empty : "city-total", Message = message,
    };

    public static TestFailure Failure(string file, int line) => new()
    {
        RuleId = "city-total", Test = "总数不符", File = file, Line = line, Message = "应指出 1 处，没有指出。",
    };

    public static RuleFile File(string path, string text) => new() { Path = path, Text = text };

    private static RuleSummary Rule(
        string id, string title, string family, Level severity, Level own, string? off = null, string waits = "", string trial = "",
        bool local = false, int since = 0) => new()
        {
            Id = id, Title = title, Family = family, Severity = severity, RuleSeverity = own, Off = off is not null, WaitsFor = waits,
            TrialUntil = trial, Local = local, Since = since, OffReason = off ?? string.Empty, Basis = "表三表头勾稽关系",
        };

    private static Publication Entry(
        Publication.Types.Action action, string version, string previous, string reason, string restored = "") => new()
        {
            Action = action, Version = version, PreviousVersion = previous, Reason = reason, RestoredVersion = restored, Author = "张三",
            Principal = "本机", Summary = "新增 2 条，修改 1 条，停用 1 条",
            At = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 11, 20, 17, 5, 9, TimeSpan.Zero)),
        };
}
