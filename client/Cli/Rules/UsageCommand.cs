using System.CommandLine;

namespace Validation.Cli.Rules;

/// <summary>`validate rules usage`: which rules fired of late, and which never did.</summary>
internal static class UsageCommand
{
    private const int UsualDays = 30;
    private const int MostDays = 400;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var days = new Option<int>("--days")
        {
            Description = Texts.UsageDaysDescription, HelpName = Texts.UsageDaysName, DefaultValueFactory = _ => UsualDays,
        };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() is < 1 or > MostDays)
            {
                result.AddError(Texts.BadDays(MostDays));
            }
        });
        var format = RuleOptions.Format();
        var command = new RuleCommand("usage", Texts.UsageDescription, "validate rules usage", "validate rules usage --days 365 -f json")
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
