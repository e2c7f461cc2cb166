using System.Globalization;
using System.Text;
using Validation.Cel;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>What came of a rule on a report.</summary>
/// <param name="Matches">What it found, up to the limit.</param>
/// <param name="Left">How many more there are.</param>
/// <param name="Failure">Why the rule failed: then nothing that it found counts. Null: it did not.</param>
internal sealed record RuleOutcome(IReadOnlyList<Match> Matches, int Left, string? Failure);

/// <summary>Evaluates rules on one report, one after another. Not thread-safe.</summary>
internal sealed class RuleRun
{
    private readonly Report _report;
    private readonly EngineLimits _limits;
    private readonly CelFrame _frame;
    private readonly StringBuilder _text = new();

    private RulePrograms _rule = null!;
    private List<Match>? _matches;
    private int _left;
    private CelError? _failure;

    /// <param name="report">The report.</param>
    /// <param name="limits">How much each rule may do.</param>
    /// <param name="slots">The most variables that a rule has.</param>
    public RuleRun(Report report, EngineLimits limits, int slots)
    {
        _report = report;
        _limits = limits;
        var variables = new CelValue[slots];
        FactEnvironment.Fill(variables, new ReportFacts(report));
        _frame = new CelFrame(variables, new CelBudget(limits.RuleSteps ?? long.MaxValue, limits.RuleTime));
    }

    /// <summary>Evaluates a rule.</summary>
    public RuleOutcome Check(Rule rule)
    {
        _rule = rule.Programs!;
        _matches = null;
        _left = 0;
        _failure = null;
        _frame.Budget.Reset();
        if (IsOfYear(rule) && Holds(_rule.AppliesOnce))
        {
            GoThrough(0);
        }

        return _failure is null
            ? new RuleOutcome(_matches ?? (IReadOnlyList<Match>)[], _left, null)
            : new RuleOutcome([], 0, _failure == CelError.BudgetExceeded ? Texts.RuleTooSlow : _failure.Message);
    }

    private bool IsOfYear(Rule rule) =>
        _report.Year == 0 || (_report.Year >= (rule.Definition.Since ?? 0) && _report.Year <= (rule.Definition.Until ?? int.MaxValue));

    private void GoThrough(int depth)
    {
        if (depth == _rule.Each.Count)
        {
            Look();
            return;
        }

        var list = Value(_rule.Each[depth]);
        if (list.Kind != CelKind.List)
        {
            Fail(list, Texts.EachNotList);
            return;
        }

        foreach (var item in list.AsList.Items)
        {
            _frame.Variables[FactEnvironment.Count + depth] = item;
            if (!_frame.Budget.Spend())
            {
                _failure = CelError.BudgetExceeded;
            }

            if (_failure is not null)
            {
                return;
            }

            GoThrough(depth + 1);
        }
    }

    /// <summary>Looks at one item: applies, assert, and what to say.</summary>
    private void Look()
    {
        if (!Holds(_rule.Applies))
        {
            return;
        }

        var verdict = Value(_rule.Assert);
        if (!verdict.IsFalse)
        {
            _ = verdict.IsTrue || Fail(verdict, Texts.NotBool);
        }
        else if (_matches is null || _limits.FindingsPerRule is null || _matches.Count < _limits.FindingsPerRule)
        {
            (_matches ??= []).Add(Describe());
        }
        else
        {
            _left++;
        }
    }

    private Match Describe()
    {
        var cells = Cells();
        var place = Place(cells);
        var actual = Text(_rule.Actual);
        return new Match(Text(_rule.Message))
        {
            Cells = cells,
            Section = _rule.Section is null ? SectionOf(cells, place) : Section(_rule.Section),
            Location = place?.Location,
            Expected = Text(_rule.Expected),
            Actual = actual,
            Mend = Text(_rule.Mend),
            Subject = _rule.Subject is null ? $"{actual}|{place?.Words}" : Text(_rule.Subject),
            Severity = Lowered(),
        };
    }

    private List<CellFact> Cells()
    {
        var cells = new List<CellFact>();
        foreach (var program in _rule.Cells)
        {
            Add(Value(program), cells);
        }

        return cells;
    }

    private void Add(CelValue value, List<CellFact> cells)
    {
        switch (value.Kind)
        {
            case CelKind.Object when value.AsObject is CellFact cell:
                // A row that the template lacks has no path that a client could follow.
                if (cell.Template is not null)
                {
                    cells.Add(cell);
                }

                break;
            case CelKind.List:
                foreach (var item in value.AsList.Items)
                {
                    Add(item, cells);
                }

                break;
            default:
                Fail(value, Texts.NotCells);
                break;
        }
    }

    private IPlace? Place(List<CellFact> cells)
    {
        if (_rule.At is not null)
        {
            var value = Value(_rule.At);
            if (value.Kind == CelKind.Object && value.AsObject is IPlace place)
            {
                return place;
            }

            Fail(value, Texts.NotPlace);
            return null;
        }

        if (cells.Count > 0)
        {
            return cells.Find(cell => cell.Location is not null) ?? cells[0];
        }

        for (var depth = _rule.Each.Count - 1; depth >= 0; depth--)
        {
            if (_frame.Variables[FactEnvironment.Count + depth] is { Kind: CelKind.Object } item && item.AsObject is IPlace place)
            {
                return place;
            }
        }

        return null;
    }

    private static int SectionOf(List<CellFact> cells, IPlace? place) => cells.Count > 0 ? cells[0].Section : place?.Section ?? 0;

    private int Section(CelProgram program)
    {
        var value = Value(program);
        if (value.Kind == CelKind.Int && value.AsInt is >= 0 and <= 6)
        {
            return (int)value.AsInt;
        }

        Fail(value, Texts.NotSection);
        return 0;
    }

    private Severity? Lowered()
    {
        foreach (var (severity, when) in _rule.Lower)
        {
            if (Holds(when))
            {
                return severity;
            }
        }

        return null;
    }

    private string Text(TextProgram? text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        _text.Clear();
        foreach (var (plain, program) in text.Parts)
        {
            _text.Append(plain);
            if (program is not null)
            {
                Show(Value(program));
            }
        }

        return _text.ToString();
    }

    private void Show(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.String:
                _text.Append(value.AsString);
                break;
            case CelKind.Int:
                _text.Append(CultureInfo.InvariantCulture, $"{value.AsInt}");
                break;
            case CelKind.Double:
                _text.Append(Sums.Text(value.AsDouble));
                break;
            case CelKind.Object when value.AsObject is CellFact cell:
                _text.Append(cell.Shown);
                break;
            case CelKind.List:
                ShowAll(value.AsList);
                break;
            case CelKind.Error when value.AsError.IsUnknown:
                _text.Append('？');
                break;
            default:
                Fail(value, Texts.NotShown);
                break;
        }
    }

    private void ShowAll(CelList list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            _text.Append(i == 0 ? string.Empty : "、");
            Show(list[i]);
        }
    }

    private CelValue Value(CelProgram program) => program.Evaluate(_frame);

    /// <summary>True: there is no condition, or it holds. What cannot be told does not hold.</summary>
    private bool Holds(CelProgram? condition)
    {
        if (condition is null)
        {
            return true;
        }

        var value = Value(condition);
        return value.IsTrue || (!value.IsFalse && Fail(value, Texts.NotBool));
    }

    /// <summary>Notes that a value is not what it should be, unless it only cannot be told.</summary>
    /// <returns>False.</returns>
    private bool Fail(CelValue value, string problem)
    {
        if (!value.IsError)
        {
            _failure ??= new CelError(problem);
        }
        else if (!value.AsError.IsUnknown)
        {
            _failure ??= value.AsError;
        }

        return false;
    }
}
