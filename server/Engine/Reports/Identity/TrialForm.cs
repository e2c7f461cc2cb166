using System.Buffers;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Reports.Identity;

/// <summary>Recognizes 表二 of the trial form of 2019 (国办公开办函〔2019〕60号) by labels that the form of 2021 does not have. The trial form
/// was in force for the reports on 2019 and 2020.</summary>
internal static class TrialForm
{
    /// <summary>The last year whose reports are due in it.</summary>
    public const int LastYear = 2020;

    // A single label may be a slip of the pen.
    private const int LeastLabels = 2;

    // Labels of columns, rows, and the item that was dropped.
    private static readonly string[] Labels =
    [
        "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "其他对外管理服务事项", "第二十条第（九）项", "政府集中采购",
        "采购项目数量", "采购总金额",
    ];

    private static readonly SearchValues<string> AnyLabel =
        SearchValues.Create([.. Labels.Select(Characters.Squeeze)], StringComparison.Ordinal);

    // Of these characters every label has one, and the format of 2021 has none.
    private static readonly SearchValues<char> Marks = SearchValues.Create("新外增购上九");

    /// <summary>The deviation that says so, or null: the lines hold no such table.</summary>
    public static Deviation? Find(IReadOnlyList<TextLine> lines, EngineLimits limits)
    {
        if (!lines.Any(line => line.Text.AsSpan().ContainsAny(Marks)))
        {
            return null;
        }

        var rows = lines.Where(line => line.Cells is not null || !IsSentence(line.Text)).ToList();
        if (rows.Sum(line => (long)line.Text.Length) > limits.SectionCharacters)
        {
            return null;
        }

        var text = new FlatText(rows);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var first = -1;
        for (var at = 0; at < text.Text.Length && text.Text.AsSpan(at).IndexOfAny(AnyLabel) is >= 0 and var next;)
        {
            at += next;
            first = first < 0 ? at : first;
            var label = Labels.First(label =>
                text.Text.AsSpan(at).StartsWith(Characters.Squeeze(label), StringComparison.Ordinal));
            if (found.Add(label) && found.Count >= LeastLabels)
            {
                return new Deviation
                {
                    Kind = Deviation.Types.Kind.OldForm,
                    Path = DisclosureTemplate.Table.Key,
                    Actual = found.First(),
                    Location = text.PositionOf(first).ToLocation(),
                };
            }

            at++;
        }

        return null;
    }

    private static bool IsSentence(string text) => text.AsSpan().TrimEnd() is { Length: > 40 } trimmed && trimmed[^1] == '。';
}
