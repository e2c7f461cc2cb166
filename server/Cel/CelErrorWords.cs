namespace Validation.Cel;

/// <summary>The errors of evaluations for administrators.</summary>
public static class CelErrorWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [Texts.Errors.NothingToShare] = "percent() 的后一个数是 0，没有百分比",
        [Texts.Errors.NoSuchOverload] = "运算符或函数不能用于这些类型的值",
        [Texts.Errors.NotBool] = "这里需要真假值（bool）",
        [Texts.Errors.DivisionByZero] = "除数是 0",
        [Texts.Errors.ModuloByZero] = "求余数时除数是 0",
        [Texts.Errors.IntOverflow] = "整数超出范围",
        [Texts.Errors.UIntOverflow] = "无符号整数超出范围（不能小于 0）",
        [Texts.Errors.OutOfRange] = "列表没有这一项，或者文字没有这么长；先用 size() 看有几项",
        [Texts.Errors.TooLarge] = "结果太大",
        [Texts.Errors.TooDeep] = "值嵌套太深",
        [Texts.Errors.NoSuchKey] = "映射里没有这个键",
        [Texts.Errors.BadKey] = "这种值不能作键",
        [Texts.Errors.DuplicateKey] = "键重复",
        [Texts.Errors.InvalidUtf8] = "不是正确的 UTF-8",
        [Texts.Errors.EmptyList] = "列表是空的，没有最大或最小的数；先用 size() > 0 判断",
        [CelError.BudgetExceeded.Message] = "算得太久，超过了上限",
    };

    /// <summary>What happened, in Chinese. What has no words of its own, such as the error of a fact, is given as it is.</summary>
    public static string Of(CelError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Known.GetValueOrDefault(error.Message, error.Message);
    }
}
