namespace Validation.Cel;

/// <summary>Says in Chinese, for administrators, why an expression has no value.</summary>
public static class CelErrorWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [CelTexts.Errors.NothingToShare] = "percent() 的后一个数是 0，没有百分比",
        [CelTexts.Errors.NoSuchOverload] = "运算符或函数不能用于这些类型的值",
        [CelTexts.Errors.NotBool] = "这里需要真假值（bool）",
        [CelTexts.Errors.DivisionByZero] = "除数是 0",
        [CelTexts.Errors.ModuloByZero] = "求余数时除数是 0",
        [CelTexts.Errors.IntOverflow] = "整数超出范围",
        [CelTexts.Errors.UIntOverflow] = "无符号整数超出范围（不能小于 0）",
        [CelTexts.Errors.OutOfRange] = "列表没有这一项，或者文字没有这么长；先用 size() 看有几项",
        [CelTexts.Errors.TooLarge] = "结果太大",
        [CelTexts.Errors.TooDeep] = "值嵌套太深",
        [CelTexts.Errors.NoSuchKey] = "映射里没有这个键",
        [CelTexts.Errors.BadKey] = "这种值不能作键",
        [CelTexts.Errors.DuplicateKey] = "键重复",
        [CelTexts.Errors.InvalidUtf8] = "不是正确的 UTF-8",
        [CelTexts.Errors.EmptyList] = "列表是空的，没有最大或最小的数；先用 size() > 0 判断",
        [CelError.BudgetExceeded.Message] = "算得太久，超过了上限",
    };

    /// <summary>The sentence in Chinese. An error without a sentence of its own, such as that of a fact, is given with its own
    /// message.</summary>
    public static string Of(CelError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Known.GetValueOrDefault(error.Message, error.Message);
    }
}
