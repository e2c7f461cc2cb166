using System.Text;
using Validation.Cel.Functions;
using Validation.Tests.Support;

namespace Validation.Cel.Tests;

/// <summary>Administrators find every function documented, and the table in the README is that of the code.</summary>
public sealed class FunctionDocumentationTests
{
    [Fact]
    public void Functions_AllOfThem_AreDocumentedInChinese()
    {
        CelEnvironment.StandardFunctions.Where(function => !function.Documentation.Any(c => c is >= '一' and <= '龥'))
            .Select(function => function.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Readme_ListsTheOwnFunctions_AsTheyAre()
    {
        File.ReadAllText(Path.Combine(SourceTree.Root, "server", "Cel", "README.md")).ShouldContain(Table());
    }

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var group in FunctionLibrary.Own.GroupBy(function => function.Documentation, StringComparer.Ordinal))
        {
            table.Append("| ").AppendJoin("<br>", group.Select(Signature)).Append(" | ").Append(group.Key).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Signature(CelFunction function)
    {
        return function.IsMember
            ? $"`{function.Parameters[0]}.{function.Name}({string.Join(", ", function.Parameters.Skip(1))}) → {function.Result}`"
            : $"`{function.Name}({string.Join(", ", function.Parameters)}) → {function.Result}`";
    }
}
