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
        Range(nameof(options.UnfinishedBytes), options.UnfinishedBytes, options.DocumentBytes, int.MaxValue);
        Range(nameof(options.UnfinishedDocuments), options.UnfinishedDocuments, 1, 100_000);
        Range(nameof(options.ConcurrentDocuments), options.ConcurrentDocuments, 1, 1024);
        Range(nameof(options.QueuedDocuments), options.QueuedDocuments, 0, 100_000);
        Range(nameof(options.DocumentTime), options.DocumentTime, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        Range(nameof(options.DrainTime), options.DrainTime, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        return options;
    }

    private static ServerOptions Bind(IConfiguration configuration)
    {
        var section = configuration.GetSection(ServerOptions.Section);
        EnsureKnown(section, typeof(ServerOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.Certificate)), typeof(CertificateOptions));
        EnsureKnown(section.GetSection(nameof(ServerOptions.ClientCertificates)), typeof(ClientCertificateOptions));
        try
        {
            return section.Get<ServerOptions>() ?? new ServerOptions();
        }
        catch (InvalidOperationException fault)
        {
            throw new StartRefusedException(Texts.ConfigurationUnreadable(fault.Message), fault);
        }
    }

    /// <summary>A misspelt name would otherwise leave a limit at its default without a word.</summary>
    private static void EnsureKnown(IConfigurationSection section, Type options)
    {
        var names = options.GetProperties().Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (section.GetChildren().FirstOrDefault(child => !names.Contains(child.Key)) is { } unknown)
        {
            throw new StartRefusedException(Texts.UnknownOption(unknown.Path));
        }
    }

    private static void Range<T>(string name, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new StartRefusedException(Texts.OutOfRange($"{ServerOptions.Section}:{name}", value, least, most));
        }
    }
}
