using System.Globalization;
using Validation.Engine.Rules.Editing;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>What the form on a rule's page asks for, compared with how the rule is.</summary>
/// <param name="fields">The fields of the form.</param>
/// <param name="rule">The rule in force.</param>
/// <param name="today">The server's day.</param>
internal sealed class RuleEditForm(IReadOnlyDictionary<string, string> fields, ExplainReply rule, DateOnly today)
{
    /// <summary>What the names of fields with parameters begin with.</summary>
    public const string ParameterPrefix = "with.";

    private const int MostReason = 500;

    private readonly List<string> _what = [];

    /// <summary>What is to be changed. Null: <see cref="Problem"/> says why nothing can be.</summary>
    public RuleEdit? Edit { get; private set; }

    /// <summary>Why nothing can be changed. Empty: it can.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The reason that is proposed for the publication.</summary>
    public string Note => RulePageTexts.Note(rule.Rule.Id, rule.Rule.Title, string.Join('、', _what), Reason);

    private string Reason => OneLine.Of(Field("reason")).Trim();

    /// <summary>Compares the fields of a form with the rule.</summary>
    public static RuleEditForm Read(IReadOnlyDictionary<string, string> fields, ExplainReply rule, DateOnly today)
    {
        var form = new RuleEditForm(fields, rule, today);
        form.Problem = form.Read();
        return form;
    }

    private string Read()
    {
        if (Reason.Length is 0 or > MostReason)
        {
            return RulePageTexts.ReasonMissing;
        }

        var edit = new RuleEdit(rule.Rule.Id, Reason) { Parameters = Parameters() };
        if (fields.ContainsKey("off") != rule.Rule.Off)
        {
            edit = edit with { Off = !rule.Rule.Off };
            _what.Add(edit.Off == true ? "停用" : "恢复使用");
        }

        if (Field("severity") is { Length: > 0 } word)
        {
            if (RuleFilter.Severities.FirstOrDefault(one => one.Word == word) is not { Word: not null } known)
            {
                return RulePageTexts.SeverityInvalid;
            }

            if (known.Severity != rule.Rule.Severity)
            {
                edit = edit with { Severity = known.Severity };
                _what.Add(RulePageTexts.SeverityTo(RuleWords.Weight(known.Severity)));
            }
        }

        if (Field("trial") != rule.Rule.TrialUntil)
        {
            if (ReadTrial(ref edit) is { Length: > 0 } wrong)
            {
                return wrong;
            }
        }

        if (_what.Count == 0)
        {
            return RulePageTexts.NothingToChange;
        }

        Edit = edit;
        return "";
    }

    private string ReadTrial(ref RuleEdit edit)
    {
        if (Field("trial").Length == 0)
        {
            edit = edit with { EndsTrial = true };
            _what.Add("不再试行");
            return "";
        }

        if (!DateOnly.TryParseExact(Field("trial"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return RulePageTexts.TrialInvalid;
        }

        if (day < today)
        {
            return RulePageTexts.TrialOver;
        }

        edit = edit with { Trial = day };
        _what.Add(RulePageTexts.TrialUntil(Field("trial")));
        return "";
    }

    private Dictionary<string, string> Parameters()
    {
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in rule.Parameters)
        {
            if (fields.TryGetValue(ParameterPrefix + parameter.Name, out var value) && value.Trim() != parameter.InForce)
            {
                changed[parameter.Name] = value.Trim();
                _what.Add(RulePageTexts.ParameterTo(parameter.Name, OneLine.Of(value.Trim())));
            }
        }

        return changed;
    }

    private string Field(string name) => fields.GetValueOrDefault(name, "");
}
