using Npgsql;
using Validation.Server.Access;
using Validation.Server.Options;
using Validation.Server.Outcomes;

namespace Validation.Server.Startup;

/// <summary>Reads the options and refuses those that make no sense.</summary>
internal static class OptionsReader
{
    private const int Gibibyte = 1024 * 1024 * 1024;

    public static ServerOptions Read(IConfiguration configuration)
    {
        var options = Bind(configuration);
        Range(nameof(options.DocumentBytes), options.DocumentBytes, 1, Gibibyte);
        Range(nameof(options.MessageBytes), options.MessageBytes, 1024, Gibibyte);
        Range(nameof(options.ReplyBytes), options.ReplyBytes, 16 * 1024, Gibibyte);
        Range(nameof(options.UnfinishedBytes), options.UnfinishedBytes, options.DocumentBytes, int.MaxValue);
        Range(nameof(options.UnfinishedDocuments), options.UnfinishedDocuments, 1, 100_000);
        if (options.HeldBytes != 0)
        {
            Range(nameof(options.HeldBytes), options.HeldBytes, 2L * options.DocumentBytes, 64L * Gibibyte);
        }

        Range(nameof(options.UploadBytesPerSecond), options.UploadBytesPerSecond, 1, Gibibyte);
        Range(nameof(options.UploadGrace), options.UploadGrace, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Range(nameof(options.UnfinishedTime), options.UnfinishedTime, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        Range(nameof(options.Connections), options.Connections, 10, 1_000_000);
        Range(nameof(options.Batches), options.Batches, 10, 1_000_000);
        var one = options.PerPrincipal;
        Range(PerPrincipal(nameof(one.DraftsPerSecond)), one.DraftsPerSecond, 1, 100_000);
        Range(PerPrincipal(nameof(one.DraftsAtOnce)), one.DraftsAtOnce, 1, 1_000_000);
        Range(nameof(options.ConcurrentDocuments), options.ConcurrentDocuments, 1, 1024);
        Range(nameof(options.QueuedDocuments), options.QueuedDocuments, 0, 100_000);
        Range(nameof(options.DocumentTime), options.DocumentTime, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        Range(nameof(options.DrainTime), options.DrainTime, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Range(nameof(options.DrainDelay), options.DrainDelay, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Range(nameof(options.Heartbeat), options.Heartbeat, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));
        var session = $"{nameof(options.Pages)}:{nameof(options.Pages.SessionTime)}";
        Range(session, options.Pages.SessionTime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        if (options.AuditTime != TimeSpan.Zero)
        {
            Range(nameof(options.AuditTime), options.AuditTime, TimeSpan.FromDays(1), TimeSpan.FromDays(36_500));
        }

        Range($"{nameof(options.Telemetry)}:{nameof(options.Telemetry.Principals)}", options.Telemetry.Principals, 0, 1_000);
        EnsureCollector(options.Telemetry.OtlpEndpoint);
        EnsureDatabase(options.Database);
        EnsureAdministrators(options.Administrators);
        EnsureProxies(options.TrustedProxies);
        return options;
    }

    private static string PerPrincipal(string name)
    {
        return $"{nameof(ServerOptions.PerPrincipal)}:{name}";
    }

    private static void EnsureCollector(string endpoint)
    {
        var isAddress = Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (endpoint.Length > 0 && !isAddress)
        {
            throw new StartRefusedException(StartupTexts.CollectorInvalid(endpoint));
        }
    }

    private static void EnsureDatabase(string connection)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException fault)
        {
            // What was given is not repeated: it may hold a password.
            throw new StartRefusedException(StartupTexts.DatabaseInvalid(fault.GetType().Name), fault);
        }
    }

    private static void EnsureAdministrators(IList<AdministratorOptions> administrators)
    {
        for (var number = 0; number < administrators.Count; number++)
        {
            var one = administrators[number];
            var twice = administrators.Take(number).Any(other => other.Name == one.Name);
            if (one.Name.Trim().Length == 0 || twice || one.KeySha256.Length != 64 || !one.KeySha256.All(char.IsAsciiHexDigit))
            {
                throw new StartRefusedException(StartupTexts.AdministratorInvalid(number));
            }
        }
    }

    private static void EnsureProxies(IList<string> proxies)
    {
        if (proxies.FirstOrDefault(proxy => TrustedProxies.Read(proxy) is null) is { } wrong)
        {
            throw new StartRefusedException(StartupTexts.ProxyInvalid(wrong));
        }
    }

    private static ServerOptions Bind(IConfiguration configuration)
    {
        var section = configuration.GetSection(ServerOptions.Section);
        EnsureKnown(section, typeof(ServerOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.Certificate)), typeof(CertificateOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.PerPrincipal)), typeof(PerPrincipalOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.ClientCertificates)), typeof(ClientCertificateOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.Telemetry)), typeof(TelemetryOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.Pages)), typeof(PagesOptions));
        EnsureKnown(section.GetSection($"{nameof(ServerOptions.Pages)}:{nameof(PagesOptions.Certificate)}"), typeof(CertificateOptions));
        EnsureKnownEach(section.GetSection(nameof(ServerOptions.Administrators)), typeof(AdministratorOptions));
        var subjects = $"{nameof(ServerOptions.ClientCertificates)}:{nameof(ClientCertificateOptions.Subjects)}";
        EnsureKnownEach(section.GetSection(subjects), typeof(SubjectOptions));

        try
        {
            return section.Get<ServerOptions>() ?? new ServerOptions();
        }
        catch (InvalidOperationException fault)
        {
            throw new StartRefusedException(StartupTexts.ConfigurationUnreadable(fault.Message), fault);
        }
    }

    private static void EnsureKnownEach(IConfigurationSection list, Type options)
    {
        foreach (var one in list.GetChildren())
        {
            EnsureKnown(one, options);
        }
    }

    /// <summary>A misspelt name would otherwise leave a limit at its default without a word.</summary>
    private static void EnsureKnown(IConfigurationSection section, Type options)
    {
        var names = options.GetProperties().Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (section.GetChildren().FirstOrDefault(child => !names.Contains(child.Key)) is { } unknown)
        {
            throw new StartRefusedException(StartupTexts.UnknownOption(unknown.Path));
        }
    }

    private static void Range<T>(string name, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new StartRefusedException(StartupTexts.OutOfRange($"{ServerOptions.Section}:{name}", value, least, most));
        }
    }
}
