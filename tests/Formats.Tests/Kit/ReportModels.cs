using System.Globalization;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Formats.Tests.Kit;

/// <summary>Report models to be rendered: those of the samples, and generated ones.</summary>
public static class ReportModels
{
    private const string Prose =
        "2024年，我单位认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息488条，及时回应社会关切，严格信息审核管理，办好网站和政务新媒体，加强监督检查和业务培训。";

    /// <summary>The report of a sample, as its text is read.</summary>
    public static Report OfSample(string name)
    {
        var content = new Sample(name).Text;
        var document = new DocumentReader(Engine.EngineLimits.Default).Read(System.Text.Encoding.UTF8.GetBytes(content)).Document!;
        return ReportParser.Parse(document).Report;
    }

    /// <summary>
    /// A report with random numbers that balance. The seed also chooses their size (the third kind has seven digits) and what stands for
    /// zero: "0", nothing, a slash, or each of them at times.
    /// </summary>
    public static Report Generated(int seed)
    {
        int[] sizes = [9, 400, 1_000_000, 60];
        var numbers = new NumbersThatBalance(seed, sizes[seed % sizes.Length]);
        var random = new Random(seed);
        var report = ReportTemplate.NewReport();
        report.Title = "某某市人民政府办公室2024年政府信息公开工作年度报告";
        report.Opening.Add(new Passage { Text = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。" });
        foreach (var section in SectionTemplate.All.Where(section => section.Ordinal is 1 or 5 or 6))
        {
            report.Sections.Add(new Section
            {
                Ordinal = section.Ordinal,
                Paragraphs = { new Passage { Text = Prose }, new Passage { Text = "2024年未收取信息处理费。" } },
            });
        }

        foreach (var cell in ReportTemplate.Cells.Values)
        {
            cell.Of(report).Text = Text(numbers[cell], (seed / sizes.Length) % 4, random);
        }

        return report;
    }

    private static string Text(int number, int zeros, Random random)
    {
        string[] kinds = ["0", string.Empty, "/"];
        return number > 0 ? number.ToString(CultureInfo.InvariantCulture) : zeros == 3 ? kinds[random.Next(3)] : kinds[zeros];
    }
}
