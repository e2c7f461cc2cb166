using System.Globalization;
using System.Text;
using Google.Protobuf;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A whole report as text, made from numbers.</summary>
/// <param name="organization">Whose report it is.</param>
/// <param name="year">The year reported on.</param>
/// <param name="numbers">The number of each cell.</param>
/// <param name="overview">How the section 一 begins, of a report of 2024.</param>
internal sealed class GeneratedReport(string organization, int year, Func<CellTemplate, int> numbers, string overview)
{
    /// <summary>The name that its file has.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{organization}{year}年年报.txt");

    /// <summary>Its file.</summary>
    public ByteString Content { get; } = Write(organization, year, numbers, overview);

    /// <summary>The report as a draft that is to be checked.</summary>
    public ValidateRequest Draft => new() { FileName = FileName, Content = Content };

    /// <summary>Writes the file into a folder.</summary>
    /// <returns>Where it is.</returns>
    public async Task<string> SaveAsync(string folder)
    {
        var path = Path.Combine(folder, FileName);
        await File.WriteAllBytesAsync(path, Content.ToByteArray());
        return path;
    }

    private static ByteString Write(string organization, int year, Func<CellTemplate, int> numbers, string overview)
    {
        var text = new ReportText(cell => Text(numbers(cell))) { Overview = overview }.Write(Layout.TabRows);
        return ByteString.CopyFrom(
            text.Replace("某某市人民政府办公室", organization, StringComparison.Ordinal).Replace("2024", Text(year), StringComparison.Ordinal),
            Encoding.UTF8);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
