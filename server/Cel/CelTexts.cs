using System.Text;

namespace Validation.Cel;

/// <summary>
/// All words of the language: problems in Chinese, for administrators; the errors of evaluations in the words of the specification.
/// </summary>
internal static partial class CelTexts
{
    public const string TooDeep = "表达式嵌套太深";

    public const string RemainderDropped =
        "两个整数相除会舍去小数（3 / 4 是 0）：求百分之几用 percent(a, b)，要带小数的商用 double(a) / double(b)";

    public const string UnclosedString = "字符串没有结束的引号";
    public const string UnclosedName = "反引号里的名称不完整";
    public const string BadEscape = "字符串里的转义写法不对；反斜杠本身写作“\\\\”，正则表达式可以用 r'…'";
    public const string BadText = "字符串里有残缺的字符";
    public const string NumberTooLarge = "数字超出范围";
    public const string UnexpectedEnd = "表达式不完整";
    public const string ExpectedEnd = "表达式到这里应当结束；是否漏写了运算符？";
    public const string ExpectedColon = "这里应当是“:”";
    public const string ExpectedCloseParenthesis = "这里应当是“)”或“,”";
    public const string ExpectedCloseBracket = "这里应当是“]”或“,”";
    public const string ExpectedCloseBrace = "这里应当是“}”或“,”";
    public const string NoMessages = "不支持构造消息对象";
    public const string HasNeedsField = "has() 里应当是一个字段，例如 has(a.b)";
    public const string DuplicateKey = "键重复";
    public const string NegativeIndex = "序号不能是负数";
    public const string PatternTooLarge = "正则表达式的重复次数太多";

    public static readonly string TextTooLong = FormattableString.Invariant($"表达式太长，最多 {CelLimits.TextLength} 个字符");
    public static readonly string PatternTooLong = FormattableString.Invariant($"正则表达式太长，最多 {CelLimits.PatternLength} 个字符");

    private static readonly Dictionary<char, string> HalfWidth = new()
    {
        ['（'] = "(", ['）'] = ")", ['，'] = ",", ['：'] = ":", ['？'] = "?", ['！'] = "!", ['“'] = "\"", ['”'] = "\"", ['‘'] = "'", ['’'] = "'",
        ['【'] = "[", ['】'] = "]", ['。'] = ".", ['＞'] = ">", ['＜'] = "<", ['＝'] = "=", ['＋'] = "+", ['－'] = "-", ['％'] = "%",
        ['≥'] = ">=", ['≤'] = "<=", ['≠'] = "!=", ['×'] = "*", ['÷'] = "/", ['\u3000'] = " ",
    };

    public static string UnexpectedCharacter(string text, int at)
    {
        if (HalfWidth.TryGetValue(text[at], out var meant))
        {
            return $"“{text[at]}”应写作“{meant}”";
        }

        return text[at] switch
        {
            '=' => "“=”应写作“==”",
            '&' => "“&”应写作“&&”",
            '|' => "“|”应写作“||”",
            _ when Rune.TryGetRuneAt(text, at, out var rune) && !Rune.IsControl(rune) => $"不认识的字符“{rune}”；文字要加引号",
            _ => "不认识的字符",
        };
    }

    public static string Unexpected(string token) => $"这里不应出现“{token}”";

    public static string ReservedWord(string name) => $"“{name}”是保留字，不能用作名称";

    public static string MacroNeedsName(string macro) => $"{macro}() 的第一个参数应当是变量名，例如 list.{macro}(x, …)";

    public static string MacroNeedsTwoNames(string macro) => $"{macro}() 的两个变量不能同名";

    public static string MacroMisused(string macro) => $"{macro} 的写法不对，应当像 {MacroForm(macro)}";

    public static string BadPattern(string reason) => $"正则表达式不正确：{reason}";

    public static string AlwaysFails(string error) => $"这里总会出错：{error}";

    public static string NoVariable(string name, string? nearest) => $"没有名为“{name}”的变量" + Suggestion(nearest);

    public static string NoField(CelType type, string name, string? nearest) => $"{type} 没有名为“{name}”的字段" + Suggestion(nearest);

    public static string NoFields(CelType type) => $"{type} 类型的值没有字段";

    public static string NoFunction(string name, string? nearest) => $"没有名为“{name}”的函数" + Suggestion(nearest);

    public static string IsGlobal(string name) => $"函数“{name}”应写作 {name}(…)";

    public static string IsMember(string name) => $"函数“{name}”应写作 值.{name}(…)";

    public static string WrongArgumentCount(string name, int given, IReadOnlyList<CelFunction> overloads)
    {
        return $"函数“{name}”的参数个数不对（给了 {given} 个），应为：{Forms(overloads)}";
    }

    public static string WrongArguments(string name, CelType[] arguments, bool isMember, IReadOnlyList<CelFunction> overloads)
    {
        return $"函数“{name}”不接受 {Form(name, arguments, isMember)}，应为：{Forms(overloads)}";
    }

    public static string NotBool(string where, CelType type) => $"“{where}”需要真假值（bool），这里是 {type}";

    public static string BadOperand(string sign, CelType type) => $"“{sign}”不能用于 {type}";

    public static string BadOperands(string sign, CelType left, CelType right) => $"“{sign}”不能用于 {left} 和 {right}";

    public static string MixedNumbers(string sign, CelType left, CelType right)
    {
        return $"“{sign}”两边的数字类型不同（{left} 和 {right}），请用 int() 或 double() 转换";
    }

    public static string NeverEqual(CelType left, CelType right) => $"{left} 和 {right} 永远不会相等";

    public static string NeverIn(CelType left, CelType right) => $"{left} 永远不会在 {right} 里";

    public static string BadIndex(CelType operand, CelType index) => $"不能用 {index} 在 {operand} 里取值";

    public static string NotIndexable(CelType type) => $"{type} 类型的值不能用 [ ] 取值";

    public static string NotIterable(CelType type) => $"{type} 类型的值不能逐项检查，需要 list 或 map";

    public static string BadKey(CelType type) => $"{type} 类型的值不能作键";

    private static string Suggestion(string? nearest) => nearest is null ? string.Empty : $"，是否想写“{nearest}”？";

    private static string MacroForm(string macro)
    {
        return macro switch
        {
            "has" => "has(a.b)",
            "map" => "list.map(x, x + 1)",
            "transformList" or "transformMap" => $"list.{macro}(i, x, x + 1)",
            _ => $"list.{macro}(x, x > 0)",
        };
    }

    private static string Forms(IEnumerable<CelFunction> overloads)
    {
        return string.Join("；", overloads.Select(each => Form(each.Name, each.Parameters, each.IsMember)).Distinct(StringComparer.Ordinal));
    }

    private static string Form(string name, IReadOnlyList<CelType> types, bool isMember)
    {
        return isMember ? $"{types[0]}.{name}({string.Join(", ", types.Skip(1))})" : $"{name}({string.Join(", ", types)})";
    }

    /// <summary>The errors of evaluations, in the words of the specification.</summary>
    public static class Errors
    {
        public const string NothingToShare = "percent() of 0";
        public const string NoSuchOverload = "no such overload";
        public const string NotBool = "no such overload: not a bool";
        public const string DivisionByZero = "division by zero";
        public const string ModuloByZero = "modulus by zero";
        public const string IntOverflow = "integer overflow";
        public const string UIntOverflow = "unsigned integer overflow";
        public const string OutOfRange = "index out of range";
        public const string TooLarge = "result is too large";
        public const string TooDeep = "value is nested too deeply";
        public const string NoSuchKey = "no such key";
        public const string BadKey = "unsupported key type";
        public const string DuplicateKey = "duplicate key";
        public const string InvalidUtf8 = "invalid UTF-8";
        public const string EmptyList = "list is empty";

        public static string Undeclared(string name) => $"undeclared reference to '{name}'";

        public static string NoSuchFunction(string name) => $"unknown function '{name}'";

        public static string NoSuchField(string name) => $"no such field '{name}'";

        public static string CannotConvert(string type) => $"cannot convert to {type}";
    }
}
