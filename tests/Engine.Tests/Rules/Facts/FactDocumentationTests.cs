using Validation.Cel;
using Validation.Engine.Rules.Facts;
using Validation.Form;

namespace Validation.Engine.Tests.Rules.Facts;

/// <summary>The guide for administrators names everything that a rule may speak of.</summary>
public sealed class FactDocumentationTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "README.md"));

    // Rows and columns of the tables are described as paths.
    private static readonly HashSet<string> Paths = [.. ReportTemplate.Cells.Keys.SelectMany(path => path.Split('.'))];

    public static TheoryData<string> Names()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<CelType>();
        foreach (var variable in FactEnvironment.Environment.Variables)
        {
            names.Add(variable.Name);
            Add(variable.Type);
        }

        names.UnionWith(FactEnvironment.Environment.Functions.Select(function => function.Name));
        names.ExceptWith(Paths.Except(["disclosure", "applications", "disputes", "total"]));
        return [.. names];

        void Add(CelType type)
        {
            if (type is CelListType list)
            {
                Add(list.Item);
            }
            else if (type is ObjectType facts && seen.Add(facts))
            {
                names.UnionWith(facts.Fields.Keys);
                foreach (var field in facts.Fields.Values)
                {
                    field.Documentation.ShouldNotBeEmpty(field.Name);
                    Add(field.Type);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Guide_NameOfAFact_Explained(string name) => Guide.ShouldMatch($"`[^`]*\\b{name}\\b[^`]*`");
}
