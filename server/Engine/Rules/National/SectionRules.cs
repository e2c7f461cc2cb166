using Validation.Engine.Reports.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Rules.National;

/// <summary>sec-missing: all six sections are there.</summary>
internal sealed class SectionMissing : IRule
{
    public RuleHeader Header => Texts.Headers.SectionMissing;

    public IEnumerable<Match> Check(Report report)
    {
        var present = report.Sections.Select(section => section.Ordinal).ToHashSet();
        foreach (var section in SectionTemplate.All.Where(section => !present.Contains(section.Ordinal)))
        {
            yield return new Match(Texts.SectionMissing(section.Heading))
            {
                Section = section.Ordinal,
                Expected = section.Heading,
                Mend = Texts.SectionMissingMend(section.Heading),
            };
        }
    }
}

/// <summary>sec-number: the sections are numbered 一、 to 六、. All of them in another way: a converter did that, no clerk.</summary>
internal sealed class SectionNumber : IRule
{
    public RuleHeader Header => Texts.Headers.SectionNumber;

    public IEnumerable<Match> Check(Report report)
    {
        var deviations = report.Deviations.Where(deviation => deviation.Kind == Kind.SectionNumber).ToList();
        var areAllAltered = deviations.Count > 1 && deviations.Count == report.Sections.Count;
        foreach (var deviation in deviations)
        {
            var section = SectionOf(deviation);
            yield return new Match(Texts.SectionNumber(section.Heading, deviation.Actual))
            {
                Section = section.Ordinal,
                Location = deviation.Location,
                Expected = deviation.Expected,
                Actual = deviation.Actual,
                Mend = Texts.SectionNumberMend(section.Heading),
                Severity = areAllAltered ? Severity.Info : null,
            };
        }
    }

    /// <summary>The section of a path such as "sections.3".</summary>
    internal static SectionTemplate SectionOf(Deviation deviation) => SectionTemplate.Of(deviation.Path[^1] - '0');
}

/// <summary>sec-order: the sections stand in their order, each once.</summary>
internal sealed class SectionOrder : IRule
{
    public RuleHeader Header => Texts.Headers.SectionOrder;

    public IEnumerable<Match> Check(Report report) =>
        from deviation in report.Deviations
        where deviation.Kind == Kind.SectionOrder
        select new Match(Texts.SectionOrder(deviation.Actual))
        {
            Section = SectionNumber.SectionOf(deviation).Ordinal,
            Location = deviation.Location,
            Actual = deviation.Actual,
            Subject = deviation.Actual,
        };
}
