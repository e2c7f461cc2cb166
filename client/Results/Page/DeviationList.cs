using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>Writes where the document departs from the national form.</summary>
internal static class DeviationList
{
    private const int Most = 200;
    private const int InWords = 100;

    /// <summary>Writes the list, if there is anything in it.</summary>
    public static void Write(Markup page, Report report)
    {
        if (report.Deviations.Count == 0)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("deviations"));
        page.Leaf(Tag.H3, PageTexts.DeviationsTitle(report.Deviations.Count));
        page.Leaf(Tag.P, "note", PageTexts.DeviationsNote);
        page.Open(Tag.Ul);
        foreach (var deviation in report.Deviations.Take(Most))
        {
            Write(page, deviation);
        }

        page.Close();
        if (report.Deviations.Count > Most)
        {
            page.Leaf(Tag.P, "note", PageTexts.MoreDeviations(report.Deviations.Count - Most));
        }

        page.Close();
    }

    private static void Write(Markup page, Deviation deviation)
    {
        var place = PlaceWords.Of(deviation.Location);
        page.Open(Tag.Li);
        page.Text(place.Length == 0 ? string.Empty : place + WordingTexts.Colon);
        page.Text(PageTexts.DeviationOf(deviation.Kind));
        page.Text(PageTexts.Departure(Clipped.Of(deviation.Expected, InWords), Clipped.Of(deviation.Actual, InWords)));
        page.Close();
    }
}
