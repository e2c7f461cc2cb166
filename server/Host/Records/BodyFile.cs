using System.Text;
using CsvHelper;
using Validation.Engine.Bodies;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Records;

/// <summary>Reads a list of bodies from CSV.</summary>
internal static class BodyFile
{
    private const int MostBytes = 4_000_000;
    private const int MostBodies = 50_000;
    private const int MostAliases = 20;
    private const int LongestName = 100;

    private static readonly char[] Separators = [';', '；', '、'];

    /// <summary>The bodies, by name.</summary>
    /// <returns>Invalid: the file is no such list; the text says where.</returns>
    public static Outcome<IReadOnlyList<Body>> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MostBytes || Decode(file) is not { } text)
        {
            return new Refusal(RefusalKind.Invalid, RecordTexts.BodyFileUnreadable(MostBytes));
        }

        try
        {
            using var csv = CsvReader.FromText(text, FormOf(text));
            return ReadRows(csv);
        }
        catch (CsvFormatException fault)
        {
            return new Refusal(RefusalKind.Invalid, RecordTexts.BodyLineWrong(fault.LineNumber, RecordTexts.BodyLineBroken));
        }
    }

    // Semicolons separate aliases, never fields.
    private static CsvReaderOptions FormOf(string text)
    {
        var header = text.AsSpan(0, Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0));
        return new CsvReaderOptions
        {
            Separator = header.Contains('\t') && !header.Contains(',') ? '\t' : ',',
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
    }

    private static string? Decode(ReadOnlyMemory<byte> file)
    {
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        foreach (var encoding in new[] { new UTF8Encoding(false, throwOnInvalidBytes: true), chinese })
        {
            try
            {
                return encoding.GetString(file.Span).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // The file is not in this encoding.
            }
        }

        return null;
    }

    private static Outcome<IReadOnlyList<Body>> ReadRows(CsvReader csv)
    {
        var columns = BodyColumns.Of([.. csv.Headers]);
        if (columns.Name < 0)
        {
            return new Refusal(RefusalKind.Invalid, RecordTexts.BodyColumnsMissing);
        }

        var bodies = new Dictionary<string, Body>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (Enumerable.Range(0, csv.FieldCount).All(field => csv.GetString(field).Trim().Length == 0))
            {
                // Spreadsheets leave lines without values at the end.
                continue;
            }

            if (bodies.Count >= MostBodies)
            {
                return new Refusal(RefusalKind.Invalid, RecordTexts.TooManyBodies(MostBodies));
            }

            var body = ReadBody(csv, columns, out var problem);
            problem ??= bodies.TryAdd(body.Name, body) ? null : RecordTexts.BodyTwice(body.Name);
            if (problem is not null)
            {
                return new Refusal(RefusalKind.Invalid, RecordTexts.BodyLineWrong(csv.LineNumber, problem));
            }
        }

        return bodies.Values.OrderBy(body => body.Name, StringComparer.Ordinal).ToList();
    }

    private static Body ReadBody(CsvReader csv, BodyColumns columns, out string? problem)
    {
        string Field(int column) => column < 0 ? "" : BodyRegister.Plain(csv.GetString(column));

        var body = new Body { Name = Field(columns.Name), Superior = Field(columns.Superior) };
        var aliases = Field(columns.Aliases).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        body.Aliases.AddRange(aliases.Where(alias => alias != body.Name).Distinct(StringComparer.Ordinal));
        var kind = Field(columns.Kind);
        var level = Field(columns.Level);
        problem = body.Name.Length is 0 or > LongestName || body.Superior.Length > LongestName ? RecordTexts.BodyNameWrong(LongestName)
            : body.Aliases.Count > MostAliases || body.Aliases.Any(alias => alias.Length > LongestName)
            ? RecordTexts.AliasesWrong(MostAliases, LongestName)
            : !BodyColumns.TryKind(kind, out var kindRead) ? RecordTexts.BodyKindWrong(kind)
            : !BodyColumns.TryLevel(level, out var levelRead) ? RecordTexts.BodyLevelWrong(level)
            : Set(body, kindRead, levelRead);
        return body;
    }

    private static string? Set(Body body, BodyKind kind, BodyLevel level)
    {
        (body.Kind, body.Level) = (kind, level);
        return null;
    }
}
