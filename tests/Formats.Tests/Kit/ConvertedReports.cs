using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Formats.Tests.Kit;

/// <summary>
/// The report models as files of every format, made once for all tests. LibreOffice converts those that it can write; OFD is written with
/// the words of its PDF.
/// </summary>
public sealed class ConvertedReports : IDisposable
{
    private const int GeneratedReports = 40;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-formats-");
    private readonly Lock _lock = new();
    private readonly HashSet<string> _made = [];

    public ConvertedReports()
    {
        foreach (var name in Names)
        {
            File.WriteAllText(PathOf(name, "html"), TemplatePage.Render(Model(name)));
        }
    }

    /// <summary>The formats that need LibreOffice.</summary>
    public static IReadOnlyList<string> OfficeFormats { get; } = ["docx", "doc", "odt", "rtf", "pdf", "ofd"];

    /// <summary>The samples, and reports that were generated.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Sample.Names, .. Enumerable.Range(0, GeneratedReports).Select(seed => $"generated-{seed:00}")];

    /// <summary>The model that the files of that name were rendered from.</summary>
    public static Report Model(string name) =>
        Sample.Names.Contains(name) ? ReportModels.OfSample(name) : ReportModels.Generated(int.Parse(name[^2..], null));

    /// <summary>The file's bytes.</summary>
    public byte[] Read(string name, string format)
    {
        lock (_lock)
        {
            if (format != "html" && _made.Add(format))
            {
                Make(format);
            }
        }

        return File.ReadAllBytes(PathOf(name, format));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Make(string format)
    {
        if (format != "ofd")
        {
            OfficeSuite.Convert(Names.Select(page => PathOf(page, "html")), format, _folder.FullName);
            return;
        }

        foreach (var name in Names)
        {
            var words = PdfReaders.Pool.Read(Read(name, "pdf"), PdfReaders.Patient, CancellationToken.None).Pages;
            File.WriteAllBytes(PathOf(name, format), OfdWriter.Write(words));
        }
    }

    private string PathOf(string name, string format) => Path.Combine(_folder.FullName, $"{name}.{format}");
}
