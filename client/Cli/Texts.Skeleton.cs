namespace Validation.Cli;

/// <summary>What `validate rules new` and `facts` say.</summary>
internal static partial class Texts
{
    public const string NewDescription = "写一条带说明的新规则，可以直接通过检查和测试，照着改成自己的。不连接服务。";
    public const string NewIdDescription = "新规则的编号：小写字母、数字和连字符，例如 local-hotline。";
    public const string NewOutputDescription = "写到这个新文件；不写就打印出来。";
    public const string FactsDescription = "列出规则的式子里可以写什么：事实、它们的字段和函数。不连接服务。";
    public const string FactDescription = "一个事实或函数，例如 report、applications.refused、claims、percent；不写就列出全部。";

    public static string NoSuchFact(string path) => $"没有名为“{path}”的事实或函数；全部的见 validate rules facts。";

    public static string OfType(string type) => $"（{type}）";

    public static string FileInTheWay(string path) => $"“{path}”已经存在，没有写。";

    /// <summary>A rule to begin with.</summary>
    public static string Skeleton(string id) =>
        $$$"""
        # 以“#”开头的是说明，改好以后可以删去。
        # 检查并运行例子：validate rules test 本文件；可以写什么：validate rules facts
        - id: {{{id}}}                       # 编号，定了就不要改
          title: 热线电话                   # 名称，几个字
          severity: warning                # error 必须改正，warning 请核对，info 提示
          basis: 本市政务公开工作要求        # 依据
          why: 群众要能打电话询问年度报告的内容。
          # trial: 2030-12-31              # 去掉行首的“#”就是试行：到这一天为止只提示，不影响结论
          # since: 2025                    # 只检查这一年度起的报告
          with: {number: "12345"}          # 参数，式子里写作 with.number；数字当文字用要加引号
          # applies: report.organization.contains('镇')   # 只检查这样的报告
          assert: section(6).text.contains(with.number)   # 应当成立的式子；不成立就是一处问题
          at: section(6)                   # 问题在哪里
          message: "第六部分没有写热线电话 {with.number}。"   # 含花括号的要加引号
          mend: "在第六部分写明热线电话 {with.number}。"
          tests:                           # 至少一个没有问题的例子、一个有问题的例子
            - name: 写了热线
              report: {sections: {6: "咨询电话：12345。"}}
              findings: []
            - name: 没有写热线
              report: {sections: {6: "无其他需要报告的事项。"}}
              findings: [{section: 6, message: 没有写热线电话}]

        """;
}
