using System.Globalization;
using System.Text;
using Validation.Form;

namespace Validation.Engine.Tests.Support;

/// <summary>Prose for a table of numbers, in wordings of published reports: true to it, or with one number changed.</summary>
public sealed class ProseOfNumbers
{
    private readonly StringBuilder _text = new();
    private readonly NumbersThatBalance _numbers;
    private readonly Random _random;
    private readonly int _changed;
    private int _slot;

    /// <param name="numbers">What the tables hold.</param>
    /// <param name="seed">Picks the wordings; the same seed gives the same prose.</param>
    /// <param name="changed">Which number is changed, counted from 0; -1: none.</param>
    public ProseOfNumbers(NumbersThatBalance numbers, int seed, int changed = -1)
    {
        (_numbers, _random, _changed) = (numbers, new Random(seed), changed);
        _text.Append(Pick("2024年，某某市主动公开政府信息488条。", "（一）主动公开。全年主动公开政府信息488条。"));
        _text.Append(Pick("网站推送政策解读23条、图解5件。", "办理人大建议12件、政协提案9件，均已办结。", "12345热线受理工单3120件，答复率100%。"));
        _text.Append(Pick("", "\n（二）依申请公开。", "\n（二）依申请公开情况\n"));
        Applications();
        Disputes();
        Documents();
        _text.Append(Pick("全年开展培训3次，参训120人次。", "2025年，将力争办结率达到100%。", "公示行政处罚信息56条。"));
    }

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>How many numbers it states.</summary>
    public int Slots => _slot;

    /// <summary>The rules that may speak of the changed number. Empty: none is changed.</summary>
    public IReadOnlyList<string> Rules { get; private set; } = [];

    private void Applications()
    {
        var (received, carriedIn) = (Cell("applications.received.total"), Cell("applications.carried_in.total"));
        var (done, carriedOut) = (Cell("applications.results_total.total"), Cell("applications.carried_out.total"));
        string[] accepted = ["n3-accepted", "n3-zero-contradiction"];
        int[] right = [received, received + carriedIn, done, 0];
        switch (_random.Next(5))
        {
            case 0:
                Add($"全年共收到政府信息公开申请{Number(received, accepted, right)}件，均依法办理。");
                break;
            case 1:
                Add($"新收政府信息公开申请{Number(received, ["n3-new", "n3-zero-contradiction"], right)}件，");
                Add($"上年结转{Number(carriedIn, ["n3-carryin"])}件，办结{Number(done, ["n3-results"])}件，");
                Add($"结转下年度继续办理{Number(carriedOut, ["n3-carryout"])}件。");
                break;
            case 2:
                Add($"2024年，共受理政府信息公开申请{Number(received + carriedIn, accepted, right)}件");
                Add($"（含上年结转{Number(carriedIn, ["n3-carryin"])}件），已答复{Number(done, ["n3-results"])}件，");
                Add($"另有{Number(carriedOut, ["n3-carryout"])}件结转至2025年办理。");
                break;
            case 3:
                var natural = Cell("applications.received.natural_person");
                Add($"共受理依申请公开{Number(received, accepted, right)}件，其中自然人{Number(natural, ["n3-natural"], Natural)}件，");
                Add($"法人或其他组织{Number(received - natural, ["n3-legal"], Legal)}件。");
                break;
            default:
                Add($"接收政府信息公开申请{Number(received, accepted, right)}宗，其中网上申请{received / 2}宗、信函申请{received - (received / 2)}宗。");
                break;
        }

        Outcomes();
    }

    private int[] Natural => [Cell("applications.received.natural_person") + Cell("applications.carried_in.natural_person")];

    private int[] Legal =>
        [Cell("applications.received.total") + Cell("applications.carried_in.total") - Natural[0]];

    private void Outcomes()
    {
        string[] rule = ["n3-results"];
        Add(Pick("其中，", "办理结果为：", ""));
        Add($"予以公开{Number(Cell("applications.granted.total"), rule)}件，部分公开{Number(Cell("applications.partly_granted.total"), rule)}件，");
        Add($"不予公开{Number(Group("refused"), rule)}件，无法提供{Number(Group("unavailable"), rule)}件，");
        Add($"不予处理{Number(Group("not_processed"), rule)}件，其他处理{Number(Group("other_outcome"), rule)}件。");
    }

    private void Disputes()
    {
        var reviews = Cell("disputes.review.total");
        var suits = Cell("disputes.litigation_direct.total") + Cell("disputes.litigation_after_review.total");
        string[] review = ["n4-review", "n4-none"];
        string[] suit = ["n4-litigation", "n4-none"];
        switch (_random.Next(4))
        {
            case 0:
                Add($"因政府信息公开引起行政复议{Number(reviews, review)}件，行政诉讼{Number(suits, suit)}件。");
                break;
            case 1:
                Add($"政府信息公开行政复议、行政诉讼分别为{Number(reviews, review)}件、{Number(suits, suit)}件。");
                break;
            case 2 when reviews == 0 && suits == 0:
                Add("未发生因政府信息公开引发的行政复议和行政诉讼。");
                break;
            default:
                string[] outcome = ["n4-outcome"];
                Add($"涉及政府信息公开的行政复议案件{Number(reviews, review)}件，");
                Add($"其中结果维持{Number(Cell("disputes.review.upheld"), outcome)}件、结果纠正{Number(Cell("disputes.review.corrected"), outcome)}件、");
                Add($"其他结果{Number(Cell("disputes.review.other"), outcome)}件、尚未审结{Number(Cell("disputes.review.pending"), outcome)}件。");
                break;
        }
    }

    private void Documents()
    {
        string[] rule = ["t2-narr-rules"];
        const string Path = "disclosure.normative_documents";
        Add($"\n（三）政府信息管理。{Pick("制发", "全年制定", "2024年印发")}行政规范性文件{Number(Cell($"{Path}.issued"), rule)}件，");
        Add($"废止{Number(Cell($"{Path}.repealed"), rule)}件，现行有效{Number(Cell($"{Path}.in_force"), rule)}件。");
    }

    private int Cell(string path) => _numbers[ReportTemplate.Cells[path]];

    private int Group(string group) => ReportTemplate.Cells.Values
        .Where(cell => cell.Path.StartsWith($"applications.{group}.", StringComparison.Ordinal))
        .Where(cell => cell.Path.EndsWith(".total", StringComparison.Ordinal))
        .Sum(cell => _numbers[cell]);

    /// <summary>The next number of the prose, changed when it is its turn: then to none of those that would be right as well.</summary>
    private string Number(int value, string[] rules, params int[] right)
    {
        if (_slot++ == _changed)
        {
            Rules = rules;
            var before = value;
            do
            {
                value = Math.Max(0, before + _random.Next(-3, 12));
            }
            while (value == before || right.Contains(value));
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];

    private void Add(string text) => _text.Append(text);
}
