using Validation.V1;

namespace Validation.Client.Page;

/// <summary>Changes of cells as the field of a form holds them: such as "applications.granted.total=34", several with "&amp;" between them,
/// both sides percent-encoded.</summary>
public static class CellEdits
{
    private const char Between = '&';
    private const char Sign = '=';

    /// <summary>The changes as text. Empty: there are none.</summary>
    public static string Text(IEnumerable<CellEdit> edits) =>
        string.Join(Between, edits.Select(edit => Uri.EscapeDataString(edit.Path) + Sign + Uri.EscapeDataString(edit.Text)));

    /// <summary>Reads changes that came in a form, whoever wrote it.</summary>
    /// <param name="text">The field.</param>
    /// <param name="most">The most changes.</param>
    /// <returns>The changes with path and text, in their order. Null: the field does not hold changes, or more than that.</returns>
    public static IReadOnlyList<CellEdit>? Read(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return [];
        }

        var edits = new List<CellEdit>();
        foreach (var part in text.Split(Between, most + 1))
        {
            var sign = part.IndexOf(Sign, StringComparison.Ordinal);
            if (sign < 0 || edits.Count == most)
            {
                return null;
            }

            edits.Add(new CellEdit { Path = Uri.UnescapeDataString(part[..sign]), Text = Uri.UnescapeDataString(part[(sign + 1)..]) });
        }

        return edits;
    }
}
