using System.IO.Compression;
using Validation.Tests.Support;

namespace Validation.Tests.Desktop;

/// <summary>A clerk's folder with drafts; gone with the test.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private static readonly string Samples = System.IO.Path.Combine(SourceTree.Root, "tests", "samples");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");

    public WatchedFolder()
    {
        Directory.CreateDirectory(Path);
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "年报");

    /// <summary>The folder that it is in, without Chinese in its path.</summary>
    public string Parent => _folder.FullName;

    /// <summary>A part of its path that no other folder has.</summary>
    public string UniqueName => _folder.Name;

    /// <summary>Saves a report without errors.</summary>
    public void SaveGood(string name) => File.Copy(System.IO.Path.Combine(Samples, "jiyuan-2024.txt"), In(name), overwrite: true);

    /// <summary>Saves a report with wrong sums.</summary>
    public void SaveWrong(string name) => File.Copy(System.IO.Path.Combine(Samples, "qinhuangdao-2024.txt"), In(name), overwrite: true);

    /// <summary>Saves that report with one more error: a row of 表三 whose sum is wrong as well.</summary>
    public void SaveWorse(string name)
    {
        const string Row = "\t29\n\t\n\t\n\t\n\t\n\t\n\t2";
        var text = File.ReadAllText(System.IO.Path.Combine(Samples, "qinhuangdao-2024.txt"));
        text.ShouldContain(Row + "9\n");
        File.WriteAllText(In(name), text.Replace(Row + "9\n", Row + "8\n", StringComparison.Ordinal));
    }

    /// <summary>Saves a Word document as a word processor does: a new file takes the place of the old one.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="wrong">Whether one of its numbers is wrong.</param>
    /// <param name="number">The wrong number; the right one is 8.</param>
    public void SaveDocx(string name, bool wrong, string number = "9")
    {
        var temporary = In("~WRD0001.tmp");
        File.Copy(System.IO.Path.Combine(Samples, "formats", "xushui-2024.docx"), temporary, overwrite: true);
        if (wrong)
        {
            using var package = ZipFile.Open(temporary, ZipArchiveMode.Update);
            ReplaceOnce(package, "word/document.xml", ">8<", $">{number}<");
        }

        File.Move(temporary, In(name), overwrite: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void ReplaceOnce(ZipArchive package, string part, string old, string other)
    {
        var entry = package.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        using var writer = new StreamWriter(package.CreateEntry(part).Open());
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        writer.Write(text[..at] + other + text[(at + old.Length)..]);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
