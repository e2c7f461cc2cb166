using Validation.Cel.Syntax;

namespace Validation.Cel.Evaluation;

/// <summary>Turns a checked expression into delegates. Constant parts are computed at compile time; a constant part that always fails is
/// a problem, unless the checker has reported it already.</summary>
internal sealed class Compiler(CelEnvironment environment, FunctionTable functions, Action<int, string> report)
{
    private const int FoldingSteps = 10_000;

    private readonly HashSet<int> _variables = [];

    /// <summary>The slots of the environment's variables that are read.</summary>
    public IReadOnlySet<int> Variables => _variables;

    /// <summary>The most variables of macros that are in use at the same time.</summary>
    public int Locals { get; private set; }

    public Code Compile(Node node, Scope? scope)
    {
        return node switch
        {
            LiteralNode literal => Code.Of(literal.Value),
            NameNode name => CompileName(name, scope),
            SelectNode select => CompileSelect(select, scope),
            UnaryNode unary => CompileUnary(unary, scope),
            BinaryNode binary => CompileBinary(binary, scope),
            LogicNode logic => Code.Of(Logic.Compile(logic.IsAnd, [.. logic.Operands.Select(each => Compile(each, scope).Run)])),
            ConditionalNode conditional => CompileConditional(conditional, scope),
            CallNode call => CompileCall(call, scope),
            ListNode list => CompileList(list, scope),
            MapNode map => CompileMap(map, scope),
            _ => CompileComprehension((ComprehensionNode)node, scope),
        };
    }

    private Code CompileName(NameNode node, Scope? scope)
    {
        if (!node.IsAbsolute && Scope.Find(scope, node.Name) is { } local)
        {
            var place = local.Slot;
            return Code.Of(frame => frame.Locals[place]);
        }

        if (environment.SlotOf(node.Name) is { } slot)
        {
            _variables.Add(slot);
            var missing = CelValue.Error(CelTexts.Errors.Undeclared(node.Name));
            return Code.Of(frame => (uint)slot < (uint)frame.Variables.Length ? frame.Variables[slot] : missing);
        }

        return TypeNames.Find(node.Name) is { } type
            ? Code.Of(CelValue.Of(type))
            : Code.Of(CelValue.Error(CelTexts.Errors.Undeclared(node.Name)));
    }

    private Code CompileSelect(SelectNode node, Scope? scope)
    {
        var operand = Compile(node.Operand, scope);
        return Fold(node, Access.Select(node, operand.Run), operand);
    }

    private Code CompileUnary(UnaryNode node, Scope? scope)
    {
        var operand = Compile(node.Operand, scope);
        var run = operand.Run;
        return Fold(node, node.IsNot ? Operators.Not(run) : frame => Arithmetic.Negate(run(frame)), operand);
    }

    private Code CompileBinary(BinaryNode node, Scope? scope)
    {
        var left = Compile(node.Left, scope);
        var right = Compile(node.Right, scope);
        return Fold(node, Operators.Compile(node.Operator, left, right), left, right);
    }

    private Code CompileConditional(ConditionalNode node, Scope? scope)
    {
        var condition = Compile(node.Condition, scope).Run;
        var then = Compile(node.Then, scope).Run;
        var otherwise = Compile(node.Otherwise, scope).Run;
        return Code.Of(frame =>
        {
            var value = condition(frame);
            return value.IsTrue ? then(frame) : value.IsFalse ? otherwise(frame) : value.IsError ? value : Fault.NotBool;
        });
    }

    private Code CompileCall(CallNode node, Scope? scope)
    {
        var overloads = functions.Find(node.Name, node.Receiver is not null);
        var arguments = Array.ConvertAll(node.Arguments, argument => Compile(argument, scope));
        return Code.Of(Calls.Compile(node, overloads, arguments, report));
    }

    private Code CompileList(ListNode node, Scope? scope)
    {
        var items = Array.ConvertAll(node.Items, item => Compile(item, scope));
        var runs = Array.ConvertAll(items, item => item.Run);
        return Fold(node, Literals.List(runs), items);
    }

    private Code CompileMap(MapNode node, Scope? scope)
    {
        var keys = Array.ConvertAll(node.Keys, key => Compile(key, scope));
        var values = Array.ConvertAll(node.Values, value => Compile(value, scope));
        var run = Literals.Map(Array.ConvertAll(keys, key => key.Run), Array.ConvertAll(values, value => value.Run));
        return Fold(node, run, [.. keys, .. values]);
    }

    private Code CompileComprehension(ComprehensionNode node, Scope? scope)
    {
        var range = Compile(node.Range, scope).Run;
        var inner = Scope.Add(scope, node.First.Name, CelType.Dyn);
        inner = node.Second is null ? inner : Scope.Add(inner, node.Second.Name, CelType.Dyn);
        Locals = Math.Max(Locals, inner.Slot + 1);
        var filter = node.Filter is null ? null : Compile(node.Filter, inner).Run;
        return Code.Of(Comprehensions.Compile(node, range, filter, Compile(node.Body, inner).Run, inner));
    }

    /// <summary>Computes a node whose parts are all constant. An error that comes up then would come up in every evaluation.</summary>
    private Code Fold(Node node, Func<CelFrame, CelValue> run, params ReadOnlySpan<Code> parts)
    {
        foreach (var part in parts)
        {
            if (part.Constant is null or { IsError: true })
            {
                return Code.Of(run);
            }
        }

        var value = run(new([], new(FoldingSteps)));
        if (!value.IsError)
        {
            return Code.Of(value);
        }

        report(node.Position, CelTexts.AlwaysFails(value.AsError.Message));
        return Code.Of(run);
    }
}
