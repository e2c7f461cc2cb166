namespace Validation.Server.Publishing;

/// <summary>Adds what tries rule sets and puts them in force.</summary>
internal static class PublishingServices
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<FailedTrials>();
        services.AddSingleton<RuleDesk>();
        services.AddSingleton<SecondPerson>();
        services.AddSingleton<RulePublisher>();
        services.AddSingleton<ChangeDesk>();
    }
}
