using System.Globalization;

namespace Validation.Client.Drafts;

/// <summary>
/// Finds the file of last year's report beside a draft: its name is that of the draft with the year before. Only names that say one year
/// and are otherwise equal count. Whether the file really is the report of that body and year, the server looks.
/// </summary>
internal static class PriorFile
{
    private const int YearDigits = 4;

    /// <summary>The path of last year's report. Null: there is none in the draft's folder, or there are several.</summary>
    public static string? Beside(string path)
    {
        var (name, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        if (NameOfYearBefore(name) is not { } before)
        {
            return null;
        }

        var stem = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, before);
        return File.Exists(stem + extension) ? stem + extension : DraftFiles.Named(stem) is [var only] ? only : null;
    }

    /// <summary>Whether a file is what <see cref="Beside"/> finds for a draft.</summary>
    public static bool IsBeside(string prior, string path)
    {
        var names = DraftFiles.Names;
        return names.Equals(Path.GetDirectoryName(prior), Path.GetDirectoryName(path))
            && NameOfYearBefore(Path.GetFileNameWithoutExtension(path)) is { } before
            && names.Equals(Path.GetFileNameWithoutExtension(prior), before)
            && names.Equals(Beside(path), prior);
    }

    /// <summary>A name with the year before in the place of its year. Null: it has no year, or several.</summary>
    public static string? NameOfYearBefore(string name)
    {
        var years = YearsIn(name);
        if (years.Count == 0 || years.Exists(start => Year(name, start) != Year(name, years[0])))
        {
            return null;
        }

        var before = (Year(name, years[0]) - 1).ToString(CultureInfo.InvariantCulture);
        var result = name;
        foreach (var start in years)
        {
            result = result[..start] + before + result[(start + YearDigits)..];
        }

        return result;
    }

    private static int Year(string name, int start) =>
        int.Parse(name.AsSpan(start, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture);

    // Four digits alone: "20250115" is a day, not a year.
    private static List<int> YearsIn(string name)
    {
        var years = new List<int>();
        for (var start = 0; start < name.Length; start++)
        {
            var length = 0;
            while (start + length < name.Length && char.IsAsciiDigit(name[start + length]))
            {
                length++;
            }

            if (length == YearDigits && name[start] == '2' && name[start + 1] == '0')
            {
                years.Add(start);
            }

            start += length;
        }

        return years;
    }
}
