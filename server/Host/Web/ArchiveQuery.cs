using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;
using Validation.V1;

namespace Validation.Server.Web;

/// <summary>The query parameters that say which reports on file are meant, and as what they are wanted.</summary>
internal static class ArchiveQuery
{
    private static readonly Dictionary<string, Verdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["accept"] = Verdict.Accept, ["reject"] = Verdict.Reject, ["not_decided"] = Verdict.NotDecided,
    };

    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = ExportFormat.Csv, ["json"] = ExportFormat.Json,
    };

    /// <summary>The parameters of a filter, called as its fields are.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["organization", "organization_prefix", "year", "superior", "verdict", "include_superseded"];

    /// <summary>Which reports are meant.</summary>
    /// <exception cref="ProblemException">A value cannot be read.</exception>
    public static FiledReportFilter FilterOf(QueryReader query)
    {
        return new FiledReportFilter
        {
            Organization = query.Text("organization"),
            OrganizationPrefix = query.Text("organization_prefix"),
            Year = query.Number("year"),
            Superior = query.Text("superior"),
            Verdicts = { query.Texts("verdict").Select(word => Read(Verdicts, "verdict", word)) },
            IncludeSuperseded = query.Flag("include_superseded"),
        };
    }

    /// <summary>As what the reports are wanted.</summary>
    /// <exception cref="ProblemException">It is not said, or there is no such format.</exception>
    public static ExportFormat FormatOf(QueryReader query)
    {
        return Read(Formats, "format", query.Text("format"));
    }

    private static T Read<T>(Dictionary<string, T> words, string name, string word)
    {
        return words.TryGetValue(word, out var value)
            ? value
            : throw new ProblemException(ProblemCode.BadRequest, WebTexts.WordInvalid(name, word, words.Keys));
    }
}
