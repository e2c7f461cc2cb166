using Validation.Cel.Evaluation;
using Validation.Cel.Syntax;

namespace Validation.Cel.Checking;

/// <summary>Finds the types of calls, by looking for the overloads that their arguments fit.</summary>
internal sealed class CallChecker(FunctionTable functions, Action<int, string> report)
{
    /// <summary>Whether there is a function of that name.</summary>
    public bool IsKnown(string name) => functions.Find(name, isMember: true).Count + functions.Find(name, isMember: false).Count > 0;

    public CelType Check(CallNode node, CelType[] arguments)
    {
        var isMember = node.Receiver is not null;
        var overloads = functions.Find(node.Name, isMember);
        if (overloads.Count == 0)
        {
            report(node.Position, Unknown(node, isMember));
            return CelType.Dyn;
        }

        var results = Results(overloads, arguments);
        if (results.Count == 0)
        {
            var given = isMember ? arguments.Length - 1 : arguments.Length;
            var isCount = !overloads.Any(overload => overload.Parameters.Count == arguments.Length);
            report(node.Position, isCount
                ? CelTexts.WrongArgumentCount(node.Name, given, overloads)
                : CelTexts.WrongArguments(node.Name, arguments, isMember, overloads));
            return CelType.Dyn;
        }

        return results.Aggregate(TypeRelations.Join);
    }

    private static List<CelType> Results(IReadOnlyList<CelFunction> overloads, CelType[] arguments)
    {
        List<CelType> results = [];
        foreach (var overload in overloads.Where(each => each.Parameters.Count == arguments.Length))
        {
            var bound = new Dictionary<string, CelType>(StringComparer.Ordinal);
            if (arguments.Zip(overload.Parameters).All(pair => TypeRelations.Fits(pair.First, pair.Second, bound)))
            {
                results.Add(TypeRelations.Substitute(overload.Result, bound));
            }
        }

        return results;
    }

    private string Unknown(CallNode node, bool isMember)
    {
        if (Macros.MemberNames.Contains(node.Name, StringComparer.Ordinal) || node.Name == "has")
        {
            return CelTexts.MacroMisused(node.Name);
        }

        if (functions.Find(node.Name, !isMember).Count > 0)
        {
            return isMember ? CelTexts.IsGlobal(node.Name) : CelTexts.IsMember(node.Name);
        }

        var names = functions.Names(isMember).Concat(isMember ? Macros.MemberNames : ["has"]);
        return CelTexts.NoFunction(node.Name, NearestName.Find(node.Name, names));
    }
}
