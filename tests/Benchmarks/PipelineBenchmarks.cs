using System.Text;
using BenchmarkDotNet.Attributes;
using Validation.Engine;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Reports.Claims;
using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Benchmarks;

/// <summary>The steps of a check on real reports, beside the least that any of them could cost: decoding the text.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly DocumentReader _reader = new(EngineLimits.Default);
    private readonly ReportValidator _validator = new();
    private byte[] _content = [];
    private byte[] _prior = [];
    private Document _document = null!;
    private Report _report = null!;

    /// <summary>The report: cells indented with tabs, one cell on each line, tab separated rows, text of a PDF.</summary>
    [Params("qinhuangdao-2024", "xushui-2024", "jiyuan-2024", "xingtai-2024")]
    public string Sample { get; set; } = string.Empty;

    [GlobalSetup]
    public void Load()
    {
        _content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", Sample + ".txt"));
        _prior = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_content).Replace("2024", "2023", StringComparison.Ordinal));
        _document = _reader.Read(_content).Document!;
        _report = ReportParser.Parse(_document).Report;
    }

    [Benchmark(Description = "decode UTF-8 (floor)")]
    public string Decode() => Encoding.UTF8.GetString(_content);

    [Benchmark(Description = "read the document")]
    public ReadResult Read() => _reader.Read(_content);

    [Benchmark(Description = "parse the report")]
    public ParsedReport Parse() => ReportParser.Parse(_document);

    [Benchmark(Description = "read the prose, a part of parsing")]
    public Report ReadProse()
    {
        _report.Claims.Clear();
        _report.Breakdowns.Clear();
        _report.Shares.Clear();
        ClaimReader.Read(_report, CancellationToken.None);
        return _report;
    }

    [Benchmark(Description = "evaluate the rules")]
    public RuleResult Evaluate() => RuleEngine.Evaluate(NationalRules.Set, _report, EngineLimits.Default);

    [Benchmark(Baseline = true, Description = "the whole check")]
    public ValidateReply Validate() => _validator.Validate(_content, NationalRules.Set);

    [Benchmark(Description = "the whole check with last year's report, read too")]
    public ValidateReply ValidateWithPrior()
    {
        var related = new RelatedReports { Prior = new RelatedReport(_validator.Read(_prior).Report!) };
        return _validator.Check(_validator.Read(_content), NationalRules.Set, LocalRecords.Empty, related);
    }

    [Benchmark(Description = "compile the rule set")]
    public RuleSet Compile() => NationalRules.Files.Compile();
}
