namespace Validation.Cel;

/// <summary>What the functions do.</summary>
internal static partial class CelTexts
{
    public static class Functions
    {
        public const string Size = "长度：字符串的字数、字节数、列表或映射的项数";
        public const string Contains = "是否包含另一段文字";
        public const string StartsWith = "是否以另一段文字开头";
        public const string EndsWith = "是否以另一段文字结尾";
        public const string Matches = "文字里是否有一处符合正则表达式；要整段符合，用 ^…$";
        public const string Type = "值的类型";
        public const string Dyn = "同一个值，但不在检查时限定类型";
        public const string Convert = "转换类型；转换不了是错误";
        public const string CharAt = "第几个字，从 0 起";
        public const string Substring = "从第几个字（从 0 起）到第几个字之前的一段";
        public const string IndexOf = "另一段文字第一次出现在第几个字；没有是 -1";
        public const string LastIndexOf = "另一段文字最后一次出现在第几个字；没有是 -1";
        public const string LowerAscii = "英文字母改小写";
        public const string UpperAscii = "英文字母改大写";
        public const string Trim = "去掉首尾空白";
        public const string Reverse = "倒过来";
        public const string Split = "按分隔符拆成列表";
        public const string Join = "把字符串列表连成一段";
        public const string Replace = "替换文字，可限定次数";
        public const string Sum = "列表里各数之和；空列表是 0";
        public const string Min = "较小的数，或列表里最小的数";
        public const string Max = "较大的数，或列表里最大的数";
        public const string Abs = "绝对值";
        public const string Percent = "前一个数占后一个数的百分之几，带小数；后一个数是 0 时无法判断";
        public const string Similarity = "两段文字的相似度，0 到 1：1 减去编辑距离与较长一段字数之比";
        public const string Jaccard = "两段文字的相似度，0 到 1：连续 n 个字的片段里相同的占多少";
        public const string IdCard = "是否为有效的居民身份证号码（18 位含校验码，或 15 位）；统一社会信用代码不是";
        public const string Luhn = "是否为 12 至 19 位、校验位正确的号码，例如银行卡号";
        public const string Squeeze = "去掉空白和看不见的字符，全角字母、数字、标点改半角";
        public const string Words = "只留汉字、字母和数字，全角改半角";
        public const string HanCount = "汉字的个数";
        public const string Number = "读出数字：“１２”“1,234”“十二”“一百零五”“3.5万”；整数是 int，否则是 double；读不出是错误";
        public const string Before = "某段文字第一次出现之前的部分；没有出现是空";
        public const string After = "某段文字第一次出现之后的部分；没有出现是空";
        public const string Masked = "只显示前 3 个字和后 2 个字，其余用 * 代替";
        public const string Find = "第一处符合正则表达式的文字；没有是空";
        public const string FindAll = "所有符合正则表达式的文字";
        public const string Extract = "第一处符合正则表达式的文字里，第一对括号的部分；没有是空";
        public const string Count = "有几处符合正则表达式";
        public const string Doubled = "紧接着又写了一遍的词（两到八个字），连同后面最多四个字，如“资金资金分配结果”；相同的只列一次，最多20处";
        public const string Stuttered = "常用语里有一个字写了两遍的地方，连同前后各一个字，如“府信信息”；相同的只列一次，最多20处";
        public const string Unclosed = "没有写后一半的引号、书名号，连同后面最多十二个字；隔五行之内补上后一半的不算，最多10处";
        public const string ReplaceAll = "把所有符合正则表达式的文字换成另一段";
    }
}
