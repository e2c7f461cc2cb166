using Validation.Cel.Syntax;

namespace Validation.Cel.Checking;

/// <summary>Finds the types of operators and reports operands that never fit.</summary>
internal sealed class OperatorChecker(Action<int, string> report, Action<int, string> warn)
{
    public CelType Unary(UnaryNode node, CelType operand)
    {
        var type = TypeRelations.Number(operand);
        var fits = TypeRelations.IsDyn(type)
            || (node.IsNot ? type.Equals(CelType.Bool) : type.Equals(CelType.Int) || type.Equals(CelType.Double));
        if (!fits)
        {
            report(node.Position, CelTexts.BadOperand(node.IsNot ? "!" : "-", operand));
        }

        return node.IsNot ? CelType.Bool : fits ? type : CelType.Dyn;
    }

    public CelType Binary(BinaryNode node, CelType left, CelType right)
    {
        switch (node.Operator)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Require(TypeRelations.MayBeEqual(left, right) || IsNullTest(left, right), node, CelTexts.NeverEqual(left, right));
                return CelType.Bool;
            case BinaryOperator.In:
                CheckIn(node, left, right);
                return CelType.Bool;
            case BinaryOperator.Index:
                return Index(node, left, right);
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                var areOrdered = AreOrdered(TypeRelations.Number(left), TypeRelations.Number(right));
                Require(areOrdered, node, CelTexts.BadOperands(Sign(node), left, right));
                return CelType.Bool;
            default:
                return Arithmetic(node, left, right);
        }
    }

    /// <summary>True for a comparison with null of objects, or of items of lists: both may be null, whatever their type.</summary>
    private static bool IsNullTest(CelType left, CelType right)
    {
        return (left.Equals(CelType.Null) && right is ObjectType) || (left is ObjectType && right.Equals(CelType.Null));
    }

    private void Require(bool condition, Node node, string message)
    {
        if (!condition)
        {
            report(node.Position, message);
        }
    }

    private void CheckIn(BinaryNode node, CelType left, CelType right)
    {
        var item = right switch
        {
            CelListType list => list.Item,
            CelMapType map => map.Key,
            _ => CelType.Dyn,
        };
        Require(right is CelListType or CelMapType || TypeRelations.IsDyn(right), node, CelTexts.BadOperands("in", left, right));
        Require(TypeRelations.MayBeEqual(left, item), node, CelTexts.NeverIn(left, right));
    }

    private CelType Index(BinaryNode node, CelType operand, CelType index)
    {
        var place = TypeRelations.Number(index);
        switch (operand)
        {
            case CelListType list:
                Require(TypeRelations.IsDyn(place) || TypeRelations.IsNumber(place), node, CelTexts.BadIndex(operand, index));
                var isOut = node.Right is LiteralNode { Value: { Kind: CelKind.Int, AsInt: < 0 } };
                Require(!isOut, node, CelTexts.NegativeIndex);
                return list.Item;
            case CelMapType map:
                Require(TypeRelations.MayBeEqual(index, map.Key), node, CelTexts.BadIndex(operand, index));
                return map.Value;
            default:
                Require(TypeRelations.IsDyn(operand), node, CelTexts.NotIndexable(operand));
                return CelType.Dyn;
        }
    }

    private static bool AreOrdered(CelType left, CelType right)
    {
        return (TypeRelations.IsNumber(left) && TypeRelations.IsNumber(right))
            || (IsOrdered(left) && IsOrdered(right)
                && (TypeRelations.IsDyn(left) || TypeRelations.IsDyn(right) || left.Equals(right)));
    }

    private static bool IsOrdered(CelType type)
    {
        return TypeRelations.IsDyn(type) || TypeRelations.IsNumber(type) || type.Equals(CelType.String) || type.Equals(CelType.Bytes)
            || type.Equals(CelType.Bool);
    }

    private CelType Arithmetic(BinaryNode node, CelType left, CelType right)
    {
        var (a, b) = (TypeRelations.Number(left), TypeRelations.Number(right));
        if (!Fits(node.Operator, a) || !Fits(node.Operator, b) || !AreAlike(a, b))
        {
            report(node.Position, TypeRelations.IsNumber(a) && TypeRelations.IsNumber(b)
                ? CelTexts.MixedNumbers(Sign(node), left, right)
                : CelTexts.BadOperands(Sign(node), left, right));
            return CelType.Dyn;
        }

        if (node.Operator == BinaryOperator.Divide && IsOfCounts(node, a, b, left is ObjectType))
        {
            warn(node.Position, CelTexts.RemainderDropped);
        }

        return TypeRelations.IsDyn(a) ? b : TypeRelations.IsDyn(b) ? a : TypeRelations.Join(a, b);
    }

    /// <summary>True for a division of two counts, which probably should not drop its remainder. A written divisor, as in "date / 100",
    /// is meant to drop it.</summary>
    private static bool IsOfCounts(BinaryNode node, CelType left, CelType right, bool isCell)
    {
        return left.Equals(CelType.Int) && right.Equals(CelType.Int) && (isCell || node.Right is not LiteralNode);
    }

    private static bool AreAlike(CelType left, CelType right)
    {
        return TypeRelations.IsDyn(left) || TypeRelations.IsDyn(right) || left.Equals(right)
            || (left is CelListType && right is CelListType);
    }

    private static bool Fits(BinaryOperator kind, CelType type)
    {
        return TypeRelations.IsDyn(type) || type.Equals(CelType.Int) || type.Equals(CelType.UInt)
            || (kind != BinaryOperator.Modulo && type.Equals(CelType.Double))
            || (kind == BinaryOperator.Add && (type is CelListType || type.Equals(CelType.String) || type.Equals(CelType.Bytes)));
    }

    private static string Sign(BinaryNode node)
    {
        return node.Operator switch
        {
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "/",
            BinaryOperator.Modulo => "%",
            BinaryOperator.Less => "<",
            BinaryOperator.LessOrEqual => "<=",
            BinaryOperator.Greater => ">",
            _ => ">=",
        };
    }
}
