using Validation.Engine.Bodies;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>Tells whether a report is the one of the year before of the same body.</summary>
internal static class PriorFit
{
    // A shorter name is the end of too many others.
    private const int LeastInCommon = 4;

    /// <summary>Why the two are not to be compared, in Chinese. Null: they are of the same body, as far as their names tell, and of two
    /// years that follow each other.</summary>
    public static string? Problem(Report report, Report prior, BodyRegister bodies) =>
        report.Year == 0 ? Texts.YearNotKnown
        : prior.Year == 0 ? Texts.PriorYearNotKnown
        : prior.Year != report.Year - 1 ? Texts.PriorOfYear(prior.Year)
        : !MayBeOne(report.Organization, prior.Organization, bodies) ? Texts.PriorOfBody(prior.Organization)
        : null;

    /// <summary>Whether two names may be of one body: the list says so, or they differ only in the superior that one of them puts before,
    /// in “人民” and in words for “and”. A name that is not known contradicts nothing.</summary>
    public static bool MayBeOne(string name, string other, BodyRegister bodies)
    {
        if (name.Length == 0 || other.Length == 0)
        {
            return true;
        }

        if (bodies.Find(name) is { } first && bodies.Find(other) is { } second)
        {
            return first.Name == second.Name;
        }

        var (one, two) = (Bare(bodies.KeyOf(name)), Bare(bodies.KeyOf(other)));
        return one == two || EndsWith(one, two) || EndsWith(two, one);
    }

    /// <summary>A name without what is often left out.</summary>
    public static string Bare(string name)
    {
        var plain = BodyRegister.Plain(name).Replace("人民政府", "政府", StringComparison.Ordinal);
        return string.Concat(plain.Where(character => character is not ('和' or '与' or '及' or '、')));
    }

    private static bool EndsWith(string name, string end) => end.Length >= LeastInCommon && name.EndsWith(end, StringComparison.Ordinal);
}
