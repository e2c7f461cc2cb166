using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Latency.Filed;

/// <summary>Final reports with numbers of their own, as a server would have read, checked and packed them. Every fifth has a sum that does
/// not add up. Thread-safe.</summary>
/// <param name="rules">What they are checked with.</param>
internal sealed class GeneratedReports(RuleSet rules)
{
    private const int MostOfACell = 40;
    private const string Template = "某某市人民政府办公室";
    private const string Digits = "〇一二三四五六七八九";

    private static readonly DateTime FirstFiled = new(2001, 3, 31, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Layout[] Layouts = [Layout.IndentedCells, Layout.PlainCells, Layout.TabRows, Layout.PipeRows];

    private readonly ReportValidator _validator = new();

    /// <summary>The name of a body, counted from 0.</summary>
    public static string Body(int body) =>
        $"某某县第{string.Concat(body.ToString("0000", CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']))}局";

    /// <summary>Makes the report of a body and year.</summary>
    /// <param name="body">The body, counted from 0.</param>
    /// <param name="year">The year reported on.</param>
    public NewFiling Make(int body, int year)
    {
        var number = (year * 10_000) + body;
        var content = Encoding.UTF8.GetBytes(Text(number, Body(body), year));
        var reply = _validator.Validate(content, rules);
        var entry = Entry(number, body, year, content, reply);
        return new NewFiling(
            entry, [entry.Organization], null, ArchivePack.Pack(content), ArchivePack.Pack(reply.Report), [.. reply.Findings]);
    }

    private static string Text(int number, string organization, int year)
    {
        var numbers = new NumbersThatBalance(number, MostOfACell);
        var slip = number % 5 == 0 ? ApplicationsTemplate.CarriedOut.Cells[0] : null;
        string Shown(CellTemplate cell) => (numbers[cell] + (cell == slip ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
        return new ReportText(Shown).Write(Layouts[number % Layouts.Length])
            .Replace(Template, organization, StringComparison.Ordinal)
            .Replace("2024", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static FiledReport Entry(int number, int body, int year, byte[] content, ValidateReply reply) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"g{number}"),
        Organization = Body(body),
        Year = year,
        NamedOrganization = reply.Report.Organization,
        NamedYear = reply.Report.Year,
        FileName = string.Create(CultureInfo.InvariantCulture, $"{year}年年报.txt"),
        Size = content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        DocumentFormat = reply.Provenance.DocumentFormat,
        Verdict = reply.Verdict,
        Errors = reply.Findings.Count(finding => finding.Severity == Level.Error),
        Warnings = reply.Findings.Count(finding => finding.Severity == Level.Warning),
        Infos = reply.Findings.Count(finding => finding.Severity == Level.Info),
        RuleSetVersion = reply.Provenance.RuleSetVersion,
        EngineVersion = reply.Provenance.EngineVersion,
        Author = "张三",
        FilingReason = "定稿",
        FiledAt = Timestamp.FromDateTime(FirstFiled.AddYears(year - FirstFiled.Year + 1).AddSeconds(body)),
    };
}
