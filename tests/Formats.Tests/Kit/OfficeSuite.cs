using System.Diagnostics;

namespace Validation.Formats.Tests.Kit;

/// <summary>LibreOffice as a converter, with a profile of its own.</summary>
public static class OfficeSuite
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(9);

    /// <summary>LibreOffice is installed.</summary>
    public static bool IsInstalled => Program is not null;

    private static string? Program => Array.Find(["/usr/bin/soffice", "/usr/bin/libreoffice"], File.Exists);

    /// <summary>Converts web pages; each result stands beside the others in the folder, with the extension of its format.</summary>
    /// <param name="pages">The files.</param>
    /// <param name="format">doc, docx, odt, rtf, pdf or txt.</param>
    /// <param name="folder">Takes the results.</param>
    public static void Convert(IEnumerable<string> pages, string format, string folder) =>
        Run(pages, format, folder, "--infilter=HTML (StarWriter)");

    /// <summary>Converts documents of any format, as <see cref="Convert"/> does.</summary>
    public static void ConvertDocuments(IEnumerable<string> documents, string format, string folder) => Run(documents, format, folder);

    private static void Run(IEnumerable<string> pages, string format, string folder, params string[] filter)
    {
        var profile = Directory.CreateTempSubdirectory("validation-office-");
        try
        {
            var start = new ProcessStartInfo(Program ?? throw new FileNotFoundException("LibreOffice is not installed."))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            string[] options = [$"-env:UserInstallation=file://{profile.FullName}", "--headless", .. filter];
            foreach (var argument in options.Concat(["--convert-to", Target(format), "--outdir", folder]).Concat(pages))
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeLimit))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"LibreOffice did not finish converting to {format}.");
            }

            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"LibreOffice: {output.Result} {errors.Result}");
            }
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static string Target(string format) => format switch
    {
        "doc" => "doc:MS Word 97",
        "docx" => "docx:MS Word 2007 XML",
        "odt" => "odt:writer8",
        "rtf" => "rtf:Rich Text Format",
        "pdf" => "pdf:writer_pdf_Export",
        "txt" => "txt:Text (encoded):UTF8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
