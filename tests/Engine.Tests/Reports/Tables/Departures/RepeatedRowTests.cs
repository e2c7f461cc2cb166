using Validation.Engine.Reports;
using Validation.Engine.Tests.Support;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Reports.Tables.Departures;

/// <summary>A row of 表三 that stands a second time in its section, before the table or behind it, with other numbers: nobody can tell
/// which of the two are meant.</summary>
public sealed class RepeatedRowTests
{
    private const string Copy = "（一）予以公开\t7\t7\t7\t7\t7\t7\t42\n";

    public static TheoryData<Layout, bool, bool> Copies
    {
        get
        {
            var data = new TheoryData<Layout, bool, bool>();
            foreach (var layout in (Layout[])[Layout.TabRows, Layout.PlainCells])
            {
                foreach (var isBefore in (bool[])[true, false])
                {
                    data.Add(layout, isBefore, true);
                    data.Add(layout, isBefore, false);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public void Check_OneRowTwice_UndecidedWhenTheNumbersDiffer(Layout layout, bool isBefore, bool isDifferent)
    {
        var copy = isDifferent ? Copy : Copy.Replace("42", "0", StringComparison.Ordinal).Replace("7", "0", StringComparison.Ordinal);
        copy = layout == Layout.PlainCells ? copy.Replace('\t', '\n') : copy;
        var text = new ReportText(_ => "0") { Prose = ordinal => isBefore && ordinal == 3 ? copy : "" }.Write(layout);
        text = isBefore ? text : text.Replace("四、", $"{copy}四、", StringComparison.Ordinal);

        var reply = Sample.Check(text);

        reply.Report.Deviations.Any(deviation => deviation.Kind == Kind.RepeatedRow).ShouldBe(isDifferent);
        (reply.Reason == Reason.PartlyUnreadable).ShouldBe(isDifferent, reply.ReasonText);
    }

    [Theory]
    [InlineData("7 7 7 7 7 7 42", true)]
    [InlineData("0 0 0 0 0 0 0", false)]
    public void Check_RowOfADocumentsTableInAParagraph_UndecidedWhenTheNumbersDiffer(string numbers, bool isDifferent)
    {
        void Write(string table, RowDocument rows)
        {
            if (table == "applications")
            {
                rows.Line($"（一）予以公开 {numbers}");
            }
        }

        foreach (var document in (RowDocument[])[new(_ => "0") { Before = Write }, new(_ => "0") { After = Write }])
        {
            var parsed = ReportParser.Parse(document.Write(), EngineLimits.Default, CancellationToken.None);
            parsed.Report.Deviations.Any(deviation => deviation.Kind == Kind.RepeatedRow).ShouldBe(isDifferent);
        }
    }

    [Theory]
    [InlineData("其中，（二）部分公开7件，（七）总计 42 件。\n")]
    [InlineData("本年新收政府信息公开申请数量 7 件，上年结转 0 件。\n")]
    public void Check_RowNamedInProse_IsNoCopy(string prose)
    {
        var text = new ReportText(_ => "0") { Prose = ordinal => ordinal == 3 ? prose : "" }.Write(Layout.TabRows);

        Sample.Check(text).Report.Deviations.ShouldNotContain(deviation => deviation.Kind == Kind.RepeatedRow);
    }
}
