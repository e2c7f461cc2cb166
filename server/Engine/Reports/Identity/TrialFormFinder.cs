using System.Buffers;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Reports.Identity;

/// <summary>Recognizes 表二 of the trial format by its labels.</summary>
internal static class TrialFormFinder
{
    private static readonly SearchValues<string> Labels =
        SearchValues.Create([.. TrialForm.Labels.Select(Characters.Squeeze)], StringComparison.Ordinal);

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
        for (var at = 0; at < text.Text.Length && text.Text.AsSpan(at).IndexOfAny(Labels) is >= 0 and var next;)
        {
            at += next;
            first = first < 0 ? at : first;
            var label = TrialForm.Labels.First(label =>
                text.Text.AsSpan(at).StartsWith(Characters.Squeeze(label), StringComparison.Ordinal));
            if (found.Add(label) && found.Count >= TrialForm.LeastLabels)
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
