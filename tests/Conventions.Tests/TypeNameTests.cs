using System.Text.RegularExpressions;

namespace Validation.Conventions.Tests;

/// <summary>A name means one thing within a program: whoever searches for a type finds it, and not another one.</summary>
public sealed partial class TypeNameTests
{
    /// <summary>The programs, each with the folders whose code it is made of.</summary>
    public static TheoryData<string, string[]> Programs => new()
    {
        { "validation-server", ["protos", "server/Cel", "server/Engine", "server/PdfWords", "client/Results", "server/Host"] },
        { "validate", ["protos", "server/Cel", "server/Engine", "client/Results", "client/Core", "client/Cli"] },
        { "validation-tray", ["protos", "client/Results", "client/Core", "client/TrayCore", "client/Tray"] },
        { "validation-panel", ["protos", "client/Results", "client/Core", "client/TrayCore", "client/Panel"] },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void TypeNames_OfAProgram_MeanOneThingEach(string program, string[] folders)
    {
        var types = folders.SelectMany(TypesOf).ToList();

        types.Count.ShouldBeGreaterThan(100, program);
        types.GroupBy(type => type.Name, type => type.Place, StringComparer.Ordinal)
            .Where(places => places.Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(places => $"{places.Key} is in {string.Join(" and in ", places.Distinct(StringComparer.Ordinal))}")
            .ShouldBeEmpty(program);
    }

    /// <summary>The types that stand by themselves, not those within others, each with its namespace.</summary>
    private static IEnumerable<(string Name, string Place)> TypesOf(string folder)
    {
        var code =
            from file in Repository.CSharpFiles.Where(file => IsIn(file, folder))
            let text = File.ReadAllText(file)
            let place = Namespace().Match(text).Groups["name"].Value
            from Match type in Type().Matches(text)
            select (type.Groups["name"].Value, place);
        var contract =
            from file in Repository.ProtoFiles.Where(file => IsIn(file, folder))
            from Match message in Message().Matches(File.ReadAllText(file))
            select (message.Groups["name"].Value, "the contract");
        return code.Concat(contract);
    }

    private static bool IsIn(string file, string folder)
    {
        return Repository.Relative(file).StartsWith(folder + "/", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"^namespace (?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^([a-z]+ )*(class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Type();

    [GeneratedRegex(
        @"^(message|enum|service) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Message();
}
