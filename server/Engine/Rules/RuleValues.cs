using System.Globalization;
using System.Text;
using Validation.Cel;
using Validation.Engine.Rules.Facts;

namespace Validation.Engine.Rules;

/// <summary>Evaluates the expressions of a rule on one report, and keeps the first error. Not thread-safe.</summary>
internal sealed class RuleValues
{
    private readonly CelFrame _frame;
    private readonly StringBuilder _text = new();

    /// <param name="report">The report.</param>
    /// <param name="limits">How much each rule may do.</param>
    /// <param name="slots">The most variables that a rule has.</param>
    public RuleValues(ReportFacts report, EngineLimits limits, int slots)
    {
        var variables = new CelValue[slots];
        FactEnvironment.Fill(variables, report);
        _frame = new CelFrame(variables, new CelBudget(limits.Rules.Steps));
    }

    /// <summary>Why the rule has failed. Null: it has not failed so far.</summary>
    public CelError? Failure { get; private set; }

    /// <summary>Why an expression of the rule could not be decided, the first time. Null: all could be.</summary>
    public string? Unknown { get; private set; }

    /// <summary>Begins with another rule: its parameters, no errors, the whole budget.</summary>
    /// <param name="parameters">Its parameters.</param>
    public void Begin(in CelValue parameters)
    {
        Failure = null;
        Unknown = null;
        _frame.Variables[FactEnvironment.ParametersSlot] = parameters;
        _frame.Budget.Reset();
    }

    /// <summary>The current item of a variable of <c>each</c>.</summary>
    /// <param name="depth">Which variable of <c>each</c>, from 0.</param>
    public CelValue Item(int depth) => _frame.Variables[FactEnvironment.Count + depth];

    /// <summary>Sets a variable of <c>each</c> to its next item.</summary>
    /// <returns>False: the rule has failed, or worked too long.</returns>
    public bool Next(int depth, CelValue item)
    {
        _frame.Variables[FactEnvironment.Count + depth] = item;
        if (!_frame.Budget.Spend())
        {
            Failure = CelError.BudgetExceeded;
        }

        return Failure is null;
    }

    /// <summary>Evaluates an expression of the rule.</summary>
    public CelValue Of(CelProgram program) => program.Evaluate(_frame);

    /// <summary>True: there is no condition, or it is true. A condition that cannot be decided counts as false.</summary>
    public bool Holds(CelProgram? condition)
    {
        if (condition is null)
        {
            return true;
        }

        var value = Of(condition);
        return value.IsTrue || (!value.IsFalse && Fail(value, Texts.NotBool));
    }

    /// <summary>Records that a value is not what it should be, unless it is only unknown.</summary>
    /// <returns>False.</returns>
    public bool Fail(CelValue value, string problem)
    {
        if (!value.IsError)
        {
            Failure ??= new CelError(problem);
        }
        else if (!value.AsError.IsUnknown)
        {
            Failure ??= value.AsError;
        }
        else
        {
            Unknown ??= CelErrorWords.Of(value.AsError);
        }

        return false;
    }

    /// <summary>The text with the values of its expressions filled in. Empty: the rule has no such text.</summary>
    public string Text(TextProgram? text)
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
                Show(Of(program));
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
}
