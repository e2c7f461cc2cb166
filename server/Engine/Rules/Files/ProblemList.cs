using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Collects what is wrong with the files of a rule set.</summary>
internal sealed class ProblemList
{
    private const int Most = 200;
    private const int LongestMessage = 1000;

    private readonly List<RuleProblem> _problems = [];
    private string _file = string.Empty;
    private string _ruleId = string.Empty;

    /// <summary>The problems, by file and line.</summary>
    public IReadOnlyList<RuleProblem> Problems =>
    [
        .. _problems.OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line).ThenBy(problem => problem.Column),
    ];

    /// <summary>True when a problem is an error, so that the set is refused.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Says which file, and which rule of it, the next problems belong to.</summary>
    public void At(string file, string ruleId = "")
    {
        _file = file;
        _ruleId = ruleId;
    }

    /// <summary>Adds a problem. Beyond the first few hundred, problems are not kept; errors among them still count.</summary>
    public void Add(int line, int column, string message, Level severity = Level.Error)
    {
        var whole = message.Length <= LongestMessage ? message : $"{Characters.Start(message, LongestMessage)}…";
        AddRange([new() { Severity = severity, File = _file, Line = line, Column = column, RuleId = _ruleId, Message = whole }]);
    }

    /// <summary>Adds problems, such as were found when the file was read before.</summary>
    public void AddRange(IEnumerable<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            HasErrors |= problem.Severity == Level.Error;
            if (_problems.Count < Most)
            {
                _problems.Add(problem);
            }
        }
    }

    public void Add(YamlNode node, string message, Level severity = Level.Error) => Add(node.Line, node.Column, message, severity);
}
