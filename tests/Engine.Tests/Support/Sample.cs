using System.Text;
using System.Text.Json;
using Validation.V1;

namespace Validation.Engine.Tests.Support;

/// <summary>A real report of tests/samples with what is true of it.</summary>
public sealed record Sample(string Name)
{
    public static readonly IReadOnlyList<string> Names =
        ["jiyuan-2024", "qinhuangdao-2024", "xingtai-2024", "xingtai-gaoxinqu-2024", "xushui-2024"];

    /// <summary>The samples whose sums are right.</summary>
    public static readonly IReadOnlyList<string> CorrectNames = [.. Names.Where(name => name != "qinhuangdao-2024")];

    public string Text => File.ReadAllText(PathOf(".txt"));

    public ValidateReply Check() => Check(Text);

    public static ValidateReply Check(string text) => Check(Encoding.UTF8.GetBytes(text));

    public static ValidateReply Check(byte[] content) => PdfReaders.Validator().Validate(content, TestRules.National);

    /// <summary>The findings that are expected, one line each.</summary>
    public string[] ExpectedFindings => File.ReadAllLines(PathOf(".expected"));

    public JsonElement Truth => JsonDocument.Parse(File.ReadAllText(PathOf(".truth.json"))).RootElement;

    private string PathOf(string extension) => Path.Combine(AppContext.BaseDirectory, "samples", Name + extension);
}

/// <summary>The samples by name, for theories.</summary>
public sealed class AllSamples : TheoryData<string>
{
    public AllSamples() => AddRange([.. Sample.Names]);
}

/// <summary>The samples whose sums are right, for theories.</summary>
public sealed class CorrectSamples : TheoryData<string>
{
    public CorrectSamples() => AddRange([.. Sample.CorrectNames]);
}
