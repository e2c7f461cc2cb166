using System.Text;
using Microsoft.AspNetCore.Components;
using Validation.Server.Archive;
using static System.FormattableString;

namespace Validation.Server.Pages.Overview;

/// <summary>Draws the numbers of each year as a picture (SVG): a bar for each year, a piece for each verdict and one for what is missing.
/// Nothing gets into it but numbers and words of this program.</summary>
internal static class YearChart
{
    private const int Width = 400;
    private const int BarLeft = 46;
    private const int BarWidth = 300;
    private const int BarHeight = 22;
    private const int RowHeight = 32;
    private const int LegendHeight = 28;
    private const int DigitWidth = 8;

    private static readonly (StandingWords Words, Func<YearTotal, long> Of)[] Pieces =
    [
        (StandingWords.Accepted, total => total.Accepted), (StandingWords.Rejected, total => total.Rejected),
        (StandingWords.Undecided, total => total.Undecided), (StandingWords.Missing, total => total.Missing),
    ];

    /// <summary>The picture, with its numbers in words for those who cannot see it.</summary>
    public static MarkupString Draw(IReadOnlyList<YearTotal> totals)
    {
        var svg = new StringBuilder();
        var height = LegendHeight + (RowHeight * totals.Count);
        svg.Append(Invariant($"<svg class=\"chart\" viewBox=\"0 0 {Width} {height}\" role=\"img\""));
        svg.Append(" aria-labelledby=\"chart-title\" aria-describedby=\"chart-desc\">");
        svg.Append("<title id=\"chart-title\">").Append(OverviewTexts.ChartTitle).Append("</title><desc id=\"chart-desc\">");
        foreach (var total in totals)
        {
            svg.Append(OverviewTexts.ChartLine(total.Year, total.Accepted, total.Rejected, total.Undecided, total.Missing));
        }

        svg.Append("</desc>");
        DrawPattern(svg);
        DrawLegend(svg);
        var most = Math.Max(1, totals.Count == 0 ? 1 : totals.Max(All));
        for (var i = 0; i < totals.Count; i++)
        {
            DrawYear(svg, totals[i], LegendHeight + (RowHeight * i), most);
        }

        return new MarkupString(svg.Append("</svg>").ToString());
    }

    private static long All(YearTotal total)
    {
        return Pieces.Sum(piece => piece.Of(total));
    }

    // Who cannot tell the colours sees lines and dots.
    private static void DrawPattern(StringBuilder svg)
    {
        svg.Append("<defs>");
        svg.Append("<pattern id=\"chart-rejected\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"");
        svg.Append(" patternTransform=\"rotate(45)\"><rect class=\"ground rejected\" width=\"6\" height=\"6\"/>");
        svg.Append("<rect class=\"line\" width=\"1.5\" height=\"6\"/></pattern>");
        svg.Append("<pattern id=\"chart-undecided\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
        svg.Append("<rect class=\"ground undecided\" width=\"6\" height=\"6\"/>");
        svg.Append("<circle class=\"line\" cx=\"3\" cy=\"3\" r=\"1.2\"/></pattern>");
        svg.Append("</defs>");
    }

    private static void DrawLegend(StringBuilder svg)
    {
        for (var i = 0; i < Pieces.Length; i++)
        {
            var words = Pieces[i].Words;
            var x = 2 + (100 * i);
            svg.Append(Invariant($"<rect class=\"piece {words.Look}\" x=\"{x}\" y=\"3\" width=\"14\" height=\"14\"/>"));
            svg.Append(Invariant($"<text x=\"{x + 19}\" y=\"15\">{words.Sign} {words.Text}</text>"));
        }
    }

    private static void DrawYear(StringBuilder svg, YearTotal total, int top, long most)
    {
        var middle = top + (BarHeight / 2) + 5;
        svg.Append(Invariant($"<text x=\"2\" y=\"{middle}\">{total.Year}</text>"));
        var left = (double)BarLeft;
        foreach (var (words, of) in Pieces)
        {
            var number = of(total);
            if (number == 0)
            {
                continue;
            }

            var width = (double)BarWidth * number / most;
            svg.Append(Invariant($"<rect class=\"piece {words.Look}\" x=\"{left:F1}\" y=\"{top}\""));
            svg.Append(Invariant($" width=\"{width:F1}\" height=\"{BarHeight}\"/>"));
            if (width >= Digits(number) * DigitWidth + 8)
            {
                DrawNumber(svg, number, left + (width / 2), top);
            }

            left += width;
        }

        svg.Append(Invariant($"<text class=\"sum\" x=\"{left + 5:F1}\" y=\"{middle}\">{All(total)}</text>"));
    }

    // On a plate, so that it can be read on any pattern.
    private static void DrawNumber(StringBuilder svg, long number, double middle, int top)
    {
        var width = (Digits(number) * DigitWidth) + 4;
        svg.Append(Invariant($"<rect class=\"plate\" x=\"{middle - (width / 2.0):F1}\" y=\"{top + 3}\""));
        svg.Append(Invariant($" width=\"{width}\" height=\"16\" rx=\"2\"/>"));
        svg.Append(Invariant($"<text class=\"number\" x=\"{middle:F1}\" y=\"{top + (BarHeight / 2) + 5}\">{number}</text>"));
    }

    private static int Digits(long number)
    {
        return Invariant($"{number}").Length;
    }
}
