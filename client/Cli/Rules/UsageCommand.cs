using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>`validate rules usage`: prints which rules found something in the last days, and which never did.</summary>
internal static class UsageCommand
{
    private const int UsualDays = 30;
    private const int MostDays = 400;

    /// <summary>Creates the command <c>validate rules usage</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var days = new Option<int>("--days")
        {
            Description = RuleTexts.UsageDaysDescription, HelpName = RuleTexts.UsageDaysName, DefaultValueFactory = _ => UsualDays,
        };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() is < 1 or > MostDays)
            {
                result.AddError(RuleTexts.BadDays(MostDays));
            }
        });
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "usage", RuleTexts.UsageDescription, "validate rules usage", "validate rules usage --days 365 -f json")
        {
            days, format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.GetUsageAsync(result.GetValue(days), cancellationToken),
            result.IsJson(format),
            usage => UsageText.Write(session.Page, usage, int.MaxValue),
            _ => ExitCode.Done));
    }
}
