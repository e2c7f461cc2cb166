namespace Validation.Cel.Tests;

/// <summary>What a strict compilation tells: where, and the part of the message that matters.</summary>
public sealed class CheckerTests
{
    [Theory]
    [InlineData("reprot.year", "1:1 没有名为“reprot”的变量，是否想写“report”？")]
    [InlineData("report.yaer > 1", "1:8 report 没有名为“yaer”的字段，是否想写“year”？")]
    [InlineData("has(report.totl)", "1:12 是否想写“total”？")]
    [InlineData("report.cells[0].txt == ''", "1:17 cell 没有名为“txt”的字段，是否想写“text”？")]
    [InlineData("report.cells.all(c, c.vlaue > 1)", "1:23 是否想写“value”？")]
    [InlineData("report.cells.all(cell, cel > 1)", "1:24 是否想写“cell”？")]
    [InlineData("zzzzzz", "1:1 没有名为“zzzzzz”的变量")]
    [InlineData("report.title.startWith('a')", "1:14 没有名为“startWith”的函数，是否想写“startsWith”？")]
    [InlineData("summ([1])", "1:1 没有名为“summ”的函数，是否想写“sum”？")]
    [InlineData("names.al(x, true)", "1:7 是否想写“all”？")]
    [InlineData("names.sum() == 1", "1:7 函数“sum”应写作 sum(…)")]
    [InlineData("startsWith('a', 'b')", "1:1 函数“startsWith”应写作 值.startsWith(…)")]
    [InlineData("names.all(x)", "1:7 all 的写法不对，应当像 list.all(x, x > 0)")]
    [InlineData("has(report.year, 1)", "1:1 has 的写法不对")]
    [InlineData("has(report)", "1:1 has() 里应当是一个字段")]
    [InlineData("names.map(x.y, 1)", "1:13 map() 的第一个参数应当是变量名")]
    [InlineData("report.title.startsWith(1)", "1:14 函数“startsWith”不接受 string.startsWith(int)，应为：string.startsWith(string)")]
    [InlineData("report.title.contains()", "1:14 参数个数不对（给了 0 个）")]
    [InlineData("twice('a')", "1:1 函数“twice”不接受 twice(string)，应为：twice(int)")]
    [InlineData("similarity('a')", "1:1 参数个数不对")]
    [InlineData("count + 1.0", "1:7 “+”两边的数字类型不同（int 和 double）")]
    [InlineData("report.total * 0.5", "1:14 （cell 和 double）")]
    [InlineData("count + 'a'", "1:7 “+”不能用于 int 和 string")]
    [InlineData("ratio % 2.0", "1:7 ")]
    [InlineData("'a' < 1", "1:5 “<”不能用于 string 和 int")]
    [InlineData("names < names", "1:7 “<”不能用于")]
    [InlineData("report < 1", "1:8 “<”不能用于")]
    [InlineData("count == 'a'", "1:7 int 和 string 永远不会相等")]
    [InlineData("names != 1", "1:7 list(string) 和 int 永远不会相等")]
    [InlineData("count == null", "1:7 永远不会相等")]
    [InlineData("names == [1]", "1:7 永远不会相等")]
    [InlineData("1 in names", "1:3 int 永远不会在 list(string) 里")]
    [InlineData("count in report", "1:7 “in”不能用于")]
    [InlineData("names['a']", "1:6 不能用 string 在 list(string) 里取值")]
    [InlineData("byName[1]", "1:7 不能用 int 在 map(string, int) 里取值")]
    [InlineData("names[-1]", "1:6 序号不能是负数")]
    [InlineData("count[0]", "1:6 int 类型的值不能用 [ ] 取值")]
    [InlineData("count.all(x, true)", "1:7 int 类型的值不能逐项检查")]
    [InlineData("report.title.length > 1", "1:14 string 类型的值没有字段")]
    [InlineData("count && true", "1:1 “&&”需要真假值（bool），这里是 int")]
    [InlineData("true || names", "1:9 “||”需要真假值")]
    [InlineData("count ? 1 : 2", "1:1 “? :”需要真假值")]
    [InlineData("names.all(x, x)", "1:14 需要真假值")]
    [InlineData("names.filter(x, 1)", "1:17 需要真假值")]
    [InlineData("!count", "1:1 “!”不能用于 int")]
    [InlineData("-report.title", "1:1 “-”不能用于 string")]
    [InlineData("report.title.matches('(')", "1:22 正则表达式不正确")]
    [InlineData("report.title.find('a{9999}{9999}')", "1:19 正则表达式的重复次数太多")]
    [InlineData("{'a': 1, 'a': count}", "1:10 键重复")]
    [InlineData("{1: 1, 1u: count}", "1:8 键重复")]
    [InlineData("{1.5: count}", "1:2 double 类型的值不能作键")]
    [InlineData("[1, 2][2]", "1:7 这里总会出错：index out of range")]
    [InlineData("1 / 0", "1:3 这里总会出错：division by zero")]
    [InlineData("count + 9223372036854775807 * 2", "1:29 这里总会出错：integer overflow")]
    [InlineData("{'a': 1}.b", "1:10 这里总会出错：no such key")]
    [InlineData("count >\n  yaer", "2:3 没有名为“yaer”的变量")]
    [InlineData("'中文' == reprot.title", "1:9 没有名为“reprot”")]
    public void Compile_StrictlyWhatCannotWork_TellsWhereAndWhy(string expression, string expected)
    {
        var problem = World.Environment.Compile(expression, CelChecking.Strict).Problems.ShouldHaveSingleItem();
        var place = expected.Split(' ')[0];
        $"{problem.Line}:{problem.Column}".ShouldBe(place, problem.Message);
        problem.Message.ShouldContain(expected[(place.Length + 1)..]);
    }

    [Theory]
    [InlineData("(1", "1:3 这里应当是“)”")]
    [InlineData("[1", "1:3 这里应当是“]”")]
    [InlineData("{1: 2", "1:6 这里应当是“}”")]
    [InlineData("{1 2}", "1:4 这里应当是“:”")]
    [InlineData("", "1:1 表达式不完整")]
    [InlineData("1 +", "1:4 表达式不完整")]
    [InlineData("1 + * 2", "1:5 这里不应出现“*”")]
    [InlineData("1 2", "1:3 表达式到这里应当结束")]
    [InlineData("count = 1", "1:7 “=”应写作“==”")]
    [InlineData("true & true", "1:6 “&”应写作“&&”")]
    [InlineData("count ＞ 1", "1:7 “＞”应写作“>”")]
    [InlineData("twice（1）", "1:6 “（”应写作“(”")]
    [InlineData("年份 > 1", "1:1 不认识的字符“年”")]
    [InlineData("'abc", "1:1 字符串没有结束的引号")]
    [InlineData("  'a\\qb'", "1:5 转义写法不对")]
    [InlineData("a.while + if", "1:11 “if”是保留字")]
    [InlineData("99999999999999999999", "1:1 数字超出范围")]
    [InlineData("1 +\n\n  )", "3:3 这里不应出现“)”")]
    [InlineData("Message{a: 1}", "1:8 不支持构造消息对象")]
    public void Compile_WhatCannotBeParsed_TellsTheFirstProblem(string expression, string expected)
    {
        foreach (var checking in new[] { CelChecking.Strict, CelChecking.Lenient })
        {
            var problem = World.Environment.Compile(expression, checking).Problems.ShouldHaveSingleItem();
            var place = expected.Split(' ')[0];
            $"{problem.Line}:{problem.Column}".ShouldBe(place, problem.Message);
            problem.Message.ShouldContain(expected[(place.Length + 1)..]);
        }
    }

    [Fact]
    public void Compile_WithSeveralMistakes_TellsAllInOrder()
    {
        var problems = World.Environment.Compile("reprot.year > 1 && report.yaer == 'a'\n || 1 + 1.0 > 2", CelChecking.Strict).Problems;
        problems.Select(problem => $"{problem.Line}:{problem.Column}").ShouldBe(["1:1", "1:27", "2:7"]);
    }

    [Theory]
    [InlineData("count == 1.5 || ratio == 1 || count < ratio")]
    [InlineData("report.total == null || report != null")]
    [InlineData("anything.whatever.x[1] + 1 > 'a'.size() && anything")]
    [InlineData("[1, 'a', report].size() == 3")]
    [InlineData("sum(report.cells) == report.total + 0")]
    [InlineData("[] == names || {} == byName")]
    [InlineData("(count > 1 ? 'a' : names) == 'a'")]
    [InlineData("names.join('、').split('、') == names")]
    [InlineData("byName.all(k, byName[k] > 0) && byName.all(k, v, k != '' && v > 0)")]
    [InlineData("report.cells.filter(c, c > 1).map(c, c.text).exists(t, t.matches('^[0-9]+$'))")]
    [InlineData("type(count) == int && type(anything) != string")]
    public void Compile_StrictlyWhatMayWork_FindsNoProblem(string expression)
    {
        World.Environment.Compile(expression, CelChecking.Strict).Problems.ShouldBeEmpty();
    }
}
