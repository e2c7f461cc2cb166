using System.Globalization;
using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.Overview;

/// <summary>The addresses of the pages about reports on file.</summary>
internal static class OverviewLinks
{
    /// <summary>The rules that found the most.</summary>
    public const string Findings = PageLinks.Overview + "/findings";

    /// <summary>The reports on file.</summary>
    public const string Reports = PageLinks.Overview + "/reports";

    /// <summary>One report on file.</summary>
    public const string Report = PageLinks.Overview + "/report";

    /// <summary>The file of a report, as it was filed.</summary>
    public const string Original = PageLinks.Overview + "/original";

    /// <summary>The bodies without a report.</summary>
    public const string Missing = PageLinks.Overview + "/missing";

    /// <summary>The bodies without a report as a file.</summary>
    public const string MissingExport = Missing + "/export";

    /// <summary>The table of bodies and years as a file.</summary>
    public const string Export = PageLinks.Overview + "/export";

    /// <summary>The page of one report.</summary>
    public static string OfReport(string id)
    {
        return To(Report, (OverviewQuery.Id, id));
    }

    /// <summary>An address with parameters. Those without a value are left out.</summary>
    public static string To(string path, params (string Name, string Value)[] values)
    {
        return path + QueryString.Create(values.Where(pair => pair.Value.Length > 0)
            .Select(pair => KeyValuePair.Create<string, string?>(pair.Name, pair.Value)));
    }

    /// <summary>A number as a parameter.</summary>
    public static string Text(long number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
