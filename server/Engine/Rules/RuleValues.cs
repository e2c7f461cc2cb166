using System.Globalization;
using System.Text;
using Validation.Cel;
using Validation.Engine.Bodies;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>The values of a rule's expressions on one report, and the first thing that went wrong with them. Not thread-safe.</summary>
internal sealed class RuleValues
{
    private readonly CelFrame _frame;
    private readonly StringBuilder _text = new();

    /// <param name="report">The report.</param>
    /// <param name="bodies">The bodies that it may be from.</param>
    /// <param name="limits">How much each rule may do.</param>
    /// <param name="slots">The most variables that a rule has.</param>
    public RuleValues(Report report, BodyRegister bodies, EngineLimits limits, int slots)
    {
        var variables = new CelValue[slots];
        FactEnvironment.Fill(variables, new ReportFacts(report, bodies));
        _frame = new CelFrame(variables, new CelBudget(limits.RuleSteps ?? long.MaxValue));
    }

    /// <summary>Why the rule failed. Null: it did not, so far.</summary>
    public CelError? Failure { get; private set; }

    /// <summary>Why something could not be told, the first time since the rule began. Null: everything could be told.</summary>
    public string? Unknown { get; private set; }

    /// <summary>Begins with the next rule.</summary>
    /// <param name="parameters">Its parameters.</param>
    public void Begin(in CelValue parameters)
    {
        Failure = null;
        Unknown = null;
        _frame.Variables[FactEnvironment.ParametersSlot] = parameters;
        _frame.Budget.Reset();
    }

    /// <summary>The item that the rule looks at.</summary>
    /// <param name="depth">Which variable of <c>each</c>, from 0.</param>
    public CelValue Item(int depth) => _frame.Variables[FactEnvironment.Count + depth];

    /// <summary>Goes to the next item.</summary>
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

    /// <summary>The value of an expression.</summary>
    public CelValue Of(CelProgram program) => program.Evaluate(_frame);

    /// <summary>True: there is no condition, or it holds. What cannot be told does not hold.</summary>
    public bool Holds(CelProgram? condition)
    {
        if (condition is null)
        {
            return true;
        }

        var value = Of(condition);
        return value.IsTrue || (!value.IsFalse && Fail(value, Texts.NotBool));
    }

    /// <summary>Notes that a value is not what it should be, unless it only cannot be told.</summary>
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

    /// <summary>A text with its expressions filled in. Empty: there is none.</summary>
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
