using Microsoft.Extensions.Configuration;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Startup;

namespace Validation.Server.Tests.Startup;

public sealed class OptionsReaderTests
{
    [Fact]
    public void Settings_AsShipped_AreTheDefaults()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

        shipped.GetSection(ServerOptions.Section).Exists().ShouldBeTrue();
        OptionsReader.Read(shipped).ShouldBeEquivalentTo(new ServerOptions());
    }

    [Fact]
    public void Settings_None_AreTheDefaults()
    {
        OptionsReader.Read(new ConfigurationBuilder().Build()).ShouldBeEquivalentTo(new ServerOptions());
    }

    [Theory]
    [InlineData("DocumentBytes", "1", true)]
    [InlineData("DocumentBytes", "0", false)]
    [InlineData("DocumentBytes", "1073741825", false)]
    [InlineData("MessageBytes", "1024", true)]
    [InlineData("MessageBytes", "1023", false)]
    [InlineData("UnfinishedBytes", "33554432", true)]
    [InlineData("UnfinishedBytes", "33554431", false)]
    [InlineData("UnfinishedDocuments", "1", true)]
    [InlineData("UnfinishedDocuments", "0", false)]
    [InlineData("ConcurrentDocuments", "1", true)]
    [InlineData("ConcurrentDocuments", "0", false)]
    [InlineData("QueuedDocuments", "0", true)]
    [InlineData("QueuedDocuments", "-1", false)]
    [InlineData("DocumentTime", "00:00:00.001", true)]
    [InlineData("DocumentTime", "00:00:00", false)]
    [InlineData("DocumentTime", "01:00:01", false)]
    [InlineData("DrainTime", "00:00:00", true)]
    [InlineData("DrainTime", "00:00:03.001", false)]
    [InlineData("DrainDelay", "00:02:00", true)]
    [InlineData("DrainDelay", "00:02:00.001", false)]
    [InlineData("DrainDelay", "-00:00:00.001", false)]
    [InlineData("Telemetry:Principals", "1000", true)]
    [InlineData("Telemetry:Principals", "1001", false)]
    [InlineData("Telemetry:OtlpEndpoint", "http://127.0.0.1:4317", true)]
    [InlineData("Telemetry:OtlpEndpoint", "127.0.0.1:4317", false)]
    [InlineData("Heartbeat", "00:00:00.1", true)]
    [InlineData("Heartbeat", "00:00:00.099", false)]
    [InlineData("Heartbeat", "00:00:30.001", false)]
    [InlineData("Database", "Host=db;Database=validation", true)]
    [InlineData("Database", "Hots=db", false)]
    [InlineData("Administrators:0:Name", "张三", false)]
    public void Limit_AtItsBounds_IsTakenOrRefusedByName(string name, string value, bool taken)
    {
        if (taken)
        {
            Should.NotThrow(() => Read(name, value));
        }
        else
        {
            Should.Throw<StartRefusedException>(() => Read(name, value)).Message.ShouldContain($"Validation:{name.Split(':')[0]}");
        }
    }

    [Theory]
    [InlineData("DocumentBites")]
    [InlineData("Certificate:File")]
    [InlineData("Administrators:0:Key")]
    public void Name_Misspelt_IsRefused(string name)
    {
        Should.Throw<StartRefusedException>(() => Read(name, "1")).Message.ShouldBe(StartupTexts.UnknownOption($"Validation:{name}"));
    }

    [Theory]
    [InlineData("DocumentBytes", "32 MiB")]
    [InlineData("DocumentTime", "ten seconds")]
    public void Value_OfAnotherType_IsRefusedByName(string name, string value)
    {
        Should.Throw<StartRefusedException>(() => Read(name, value)).Message.ShouldContain($"Validation:{name}");
    }

    private static ServerOptions Read(string name, string value)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [$"{ServerOptions.Section}:{name}"] = value };
        return OptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
