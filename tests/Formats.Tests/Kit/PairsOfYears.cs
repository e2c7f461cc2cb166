using System.Globalization;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Formats.Tests.Kit;

/// <summary>A report of 2023 and several of 2024 by the same body, as files of each format, made once for all tests.</summary>
public sealed class PairsOfYears : IDisposable
{
    private const string Before = "2023";
    private const string LeftOver = "截至2023年底在门户网站公开信息312条。";

    private static readonly string[] Texts2023 =
    [
        "（一）主动公开。这一年我们把重心放在财政资金的公开上，部门预决算、惠农补贴发放名单和政府采购合同都在十个工作日之内上网；乡镇的村务公开栏同步更新，由驻村干部拍照回传核验。",
        "（二）依申请公开。受理窗口搬到了一楼大厅，安排两名专职人员接待，先与申请人沟通再决定怎样答复，七成的申请在十个工作日之内办完，复杂的案件请律师会商。" + LeftOver,
        "（三）平台建设。网站改版以后检索速度明显加快，新增了适老化和无障碍浏览，按月公布访问量和留言答复情况，网民留言平均三天得到回应。",
    ];

    private static readonly string[] Texts2024 =
    [
        "（一）主动公开。全年在门户网站公开各类信息310条，重点围绕义务教育招生、社会救助申领、食品安全抽检三个领域梳理了公开目录，把办事指南全部换成图表形式，方便群众查询。",
        "（二）依申请公开。完善了登记、补正、征求意见、答复、归档五个环节的台账，每月由法制股对答复文书抽查一次，发现的问题在下一次例会上通报并限期改正。",
        "（三）平台建设。关停了两个长期不更新的公众号，把留下的账号交给融媒体中心统一维护，建立了先审后发、错字日查、链接周查的制度，并在政务服务大厅设置了公开查阅点。",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-years-");

    public PairsOfYears()
    {
        var right = Report(2024, Texts2024);
        var wrong = Report(2024, Texts2024);
        Set(wrong, ApplicationsTemplate.CarriedIn, 1);
        Set(wrong, ApplicationsTemplate.Received, -1);
        Write(Before, Report(2023, Texts2023));
        Write("right", right);
        Write("carry", wrong);
        Write("copied", Report(2024, Texts2023));
        Write("left", Report(2024, [Texts2024[0], Texts2024[1] + LeftOver, Texts2024[2]]));
        foreach (var format in Formats)
        {
            OfficeSuite.Convert(_folder.GetFiles("*.html").Select(page => page.FullName), format, _folder.FullName);
        }
    }

    /// <summary>The formats of the files.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["txt", "docx", "pdf"];

    /// <summary>The bytes of the report of 2023.</summary>
    public byte[] Prior(string format) => Read(Before, format);

    /// <summary>The bytes of a report of 2024: "right", with a wrong carry-over ("carry"), with the prose of 2023 ("copied"), or with one
    /// sentence of it ("left").</summary>
    public byte[] Read(string name, string format) => File.ReadAllBytes(Path.Combine(_folder.FullName, $"{name}.{format}"));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, Report report) =>
        File.WriteAllText(Path.Combine(_folder.FullName, $"{name}.html"), TemplatePage.Render(report));

    private static Report Report(int year, string[] prose)
    {
        var numbers = new YearsThatFollow(3, 9);
        var report = ReportModels.Generated(0);
        report.Title = $"某某市人民政府办公室{year}年政府信息公开工作年度报告";
        report.Opening[0].Text = $"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。";
        foreach (var section in report.Sections)
        {
            section.Paragraphs.Clear();
            string[] texts = section.Ordinal switch
            {
                1 => prose,
                5 => [$"一是公开不够及时。{year + 1}年将加强培训，改进不足。"],
                _ => [$"{year}年未收取信息处理费。"],
            };
            section.Paragraphs.AddRange(texts.Select(text => new Passage { Text = text }));
        }

        foreach (var cell in ReportTemplate.Cells.Values)
        {
            cell.Of(report).Text = Text(year == 2024 ? numbers.Later(cell) : numbers.Earlier(cell));
        }

        return report;
    }

    private static void Set(Report report, RowTemplate row, int change)
    {
        foreach (var cell in new[] { row.Cells[0], row.Cells[^1] })
        {
            cell.Of(report).Text = Text(int.Parse(cell.Of(report).Text, CultureInfo.InvariantCulture) + change);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
