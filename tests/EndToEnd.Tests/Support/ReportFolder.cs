using System.Globalization;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A folder with many reports, half of them in a subfolder; gone with the test. Of every ten one has a wrong sum, one is no report
/// and one is no text; seven are good.</summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");
    private readonly List<string> _names = [];

    public ReportFolder(int reports)
    {
        var good = File.ReadAllBytes(Repository.PathOf("tests", "samples", "jiyuan-2024.txt"));
        var wrong = File.ReadAllBytes(Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt"));
        var noise = new byte[3_000];
        new Random(1).NextBytes(noise);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "sub"));
        for (var i = 0; i < reports; i++)
        {
            var name = Name(i);
            _names.Add(name);
            var content = (i % 10) switch { 3 => wrong, 5 => "夜里下了一场雨。"u8.ToArray(), 7 => noise, _ => good };
            File.WriteAllBytes(System.IO.Path.Combine(Path, name), content);
        }
    }

    public string Path => _folder.FullName;

    /// <summary>The files, relative to the folder, in the order in which they are checked.</summary>
    public IReadOnlyList<string> Names => [.. _names.Order(StringComparer.Ordinal)];

    /// <summary>The verdict that a file deserves.</summary>
    public static string Verdict(string name)
    {
        var last = name[^5];
        return last switch { '3' => "VERDICT_REJECT", '5' or '7' => "VERDICT_NOT_DECIDED", _ => "VERDICT_ACCEPT" };
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }

    private static string Name(int number)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{(number % 4 < 2 ? "" : "sub/")}{number:00000}.txt");
    }
}
