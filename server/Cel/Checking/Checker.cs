using Validation.Cel.Evaluation;
using Validation.Cel.Syntax;

namespace Validation.Cel.Checking;

/// <summary>Finds the type of every node and reports what can never work. A type that is not known is dyn, which fits everything, so that
/// one mistake is reported once.</summary>
internal sealed class Checker(
    CelEnvironment environment, FunctionTable functions, Action<int, string> report, Action<int, string> warn)
{
    private readonly OperatorChecker _operators = new(report, warn);
    private readonly CallChecker _calls = new(functions, report);

    /// <summary>Checks an expression and everything below it, and notes the type of each node.</summary>
    public void Check(Node node) => Check(node, scope: null);

    private CelType Check(Node node, Scope? scope)
    {
        node.Type = node switch
        {
            LiteralNode literal => TypeNames.Of(literal.Value),
            NameNode name => CheckName(name, scope),
            SelectNode select => CheckSelect(select, scope),
            UnaryNode unary => _operators.Unary(unary, Check(unary.Operand, scope)),
            BinaryNode binary => _operators.Binary(binary, Check(binary.Left, scope), Check(binary.Right, scope)),
            LogicNode logic => CheckLogic(logic, scope),
            ConditionalNode conditional => CheckConditional(conditional, scope),
            CallNode call => CheckCall(call, scope),
            ListNode list => CelType.ListOf(JoinAll(list.Items, scope)),
            MapNode map => CheckMap(map, scope),
            _ => CheckComprehension((ComprehensionNode)node, scope),
        };
        if (TypeRelations.IsDeep(node.Type))
        {
            node.Type = CelType.Dyn;
        }

        return node.Type;
    }

    private CelType CheckName(NameNode node, Scope? scope)
    {
        if (!node.IsAbsolute && Scope.Find(scope, node.Name) is { } local)
        {
            return local.Type;
        }

        if (environment.SlotOf(node.Name) is { } slot)
        {
            return environment.Variables[slot].Type;
        }

        if (TypeNames.Find(node.Name) is not null)
        {
            return CelType.Type;
        }

        var names = environment.Variables.Select(variable => variable.Name).Concat(TypeNames.All).ToList();
        for (var each = scope; each is not null; each = each.Outer)
        {
            names.Add(each.Name);
        }

        report(node.Position, CelTexts.NoVariable(node.Name, NearestName.Find(node.Name, names)));
        return CelType.Dyn;
    }

    private CelType CheckSelect(SelectNode node, Scope? scope)
    {
        var operand = Check(node.Operand, scope);
        var type = FieldType(node, operand);
        return node.IsTest ? CelType.Bool : type;
    }

    private CelType FieldType(SelectNode node, CelType operand)
    {
        switch (operand)
        {
            case ObjectType known when known.Fields.TryGetValue(node.Field, out var field):
                return field.Type;
            case ObjectType known:
                report(node.Position, CelTexts.NoField(known, node.Field, NearestName.Find(node.Field, known.Fields.Keys)));
                return CelType.Dyn;
            case CelMapType map when TypeRelations.MayBeEqual(map.Key, CelType.String):
                return map.Value;
            default:
                if (!TypeRelations.IsDyn(operand))
                {
                    report(node.Position, CelTexts.NoFields(operand));
                }

                return CelType.Dyn;
        }
    }

    private CelType CheckLogic(LogicNode node, Scope? scope)
    {
        foreach (var operand in node.Operands)
        {
            RequireBool(operand, Check(operand, scope), node.IsAnd ? "&&" : "||");
        }

        return CelType.Bool;
    }

    private void RequireBool(Node node, CelType type, string where)
    {
        if (!TypeRelations.IsDyn(type) && !type.Equals(CelType.Bool))
        {
            report(node.Position, CelTexts.NotBool(where, type));
        }
    }

    private CelType CheckConditional(ConditionalNode node, Scope? scope)
    {
        RequireBool(node.Condition, Check(node.Condition, scope), "? :");
        return TypeRelations.Join(Check(node.Then, scope), Check(node.Otherwise, scope));
    }

    private CelType JoinAll(Node[] items, Scope? scope)
    {
        CelType? joined = null;
        foreach (var item in items)
        {
            var type = Check(item, scope);
            joined = joined is null ? type : TypeRelations.Join(joined, type);
        }

        return joined ?? CelType.Dyn;
    }

    /// <summary>A call whose macro is misspelt is reported once: the macro's variable is then not reported as an unknown name.</summary>
    private CelType CheckCall(CallNode node, Scope? scope)
    {
        var isMacro = node is { Receiver: not null, Arguments: [_, NameNode, ..] } && !_calls.IsKnown(node.Name);
        var inner = isMacro ? Scope.Add(scope, ((NameNode)node.Arguments[1]).Name, CelType.Dyn) : scope;
        return _calls.Check(node, Array.ConvertAll(node.Arguments, argument => Check(argument, inner)));
    }

    private CelType CheckMap(MapNode node, Scope? scope)
    {
        var keyType = JoinAll(node.Keys, scope);
        var type = CelType.MapOf(IsKeyType(keyType) ? keyType : CelType.Dyn, JoinAll(node.Values, scope));
        var keys = new HashSet<Evaluation.MapKey>();
        foreach (var key in node.Keys)
        {
            if (key is LiteralNode literal && Evaluation.MapKey.ForEntry(literal.Value) is { } constant && !keys.Add(constant))
            {
                report(key.Position, CelTexts.DuplicateKey);
            }

            if (!IsKeyType(key.Type))
            {
                report(key.Position, CelTexts.BadKey(key.Type));
            }
        }

        return type;
    }

    private static bool IsKeyType(CelType type)
    {
        var number = TypeRelations.Number(type);
        return TypeRelations.IsDyn(number) || number.Equals(CelType.Bool) || number.Equals(CelType.Int) || number.Equals(CelType.UInt)
            || number.Equals(CelType.String);
    }

    private CelType CheckComprehension(ComprehensionNode node, Scope? scope)
    {
        var range = Check(node.Range, scope);
        var (key, value) = range switch
        {
            CelListType list => (CelType.Int, list.Item),
            CelMapType map => (map.Key, map.Value),
            _ => (CelType.Dyn, CelType.Dyn),
        };
        if (range is not (CelListType or CelMapType) && !TypeRelations.IsDyn(range))
        {
            report(node.Position, CelTexts.NotIterable(range));
        }

        var first = node.Second is null && range is CelListType ? value : key;
        var inner = Scope.Add(scope, node.First.Name, first);
        inner = node.Second is null ? inner : Scope.Add(inner, node.Second.Name, value);
        if (node.Filter is not null)
        {
            RequireBool(node.Filter, Check(node.Filter, inner), "filter/map");
        }

        var body = Check(node.Body, inner);
        switch (node.Kind)
        {
            case ComprehensionKind.List:
                return CelType.ListOf(body);
            case ComprehensionKind.Map:
                return CelType.MapOf(key, body);
            default:
                RequireBool(node.Body, body, "all/exists/exists_one");
                return CelType.Bool;
        }
    }
}
