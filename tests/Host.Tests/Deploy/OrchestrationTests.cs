using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Validation.Server.Options;
using Validation.Server.Startup;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Validation.Server.Tests.Deploy;

/// <summary>The files for containers fit the server, and each other.</summary>
public sealed class OrchestrationTests
{
    private const string Prefix = "VALIDATION__";

    private static readonly List<YamlNode> Kubernetes = Read("kubernetes", "validation.yaml");
    private static readonly YamlNode Compose = Read("compose", "compose.yaml").Single();

    private static YamlNode Container => Deployment["spec"]["template"]["spec"]["containers"][0];

    private static YamlNode Deployment => OfKind("Deployment");

    [Fact]
    public void Deployment_Options_AreTheServersOwn()
    {
        var variables = ((YamlSequenceNode)Container["env"]).ToDictionary(
            one => Text(one["name"]), one => ((YamlMappingNode)one).Children.ContainsKey("value") ? Text(one["value"]) : "Host=db");

        var options = Options(variables);

        options.Database.ShouldNotBeEmpty();
        var stop = int.Parse(Text(Deployment["spec"]["template"]["spec"]["terminationGracePeriodSeconds"]), CultureInfo.InvariantCulture);
        (options.DrainDelay + options.DrainTime).TotalSeconds.ShouldBeLessThan(stop - 5);
        var period = int.Parse(Text(Container["readinessProbe"]["periodSeconds"]), CultureInfo.InvariantCulture);
        options.DrainDelay.TotalSeconds.ShouldBeGreaterThan(2 * period);
    }

    [Fact]
    public async Task Probes_OfTheDeployment_AskWhatTheServerAnswers()
    {
        await using var server = await RunningServer.StartSmallAsync();
        foreach (var probe in new[] { "startupProbe", "livenessProbe", "readinessProbe" })
        {
            using var response = await server.Http.GetAsync(Text(Container[probe]["httpGet"]["path"])).InTime();
            response.StatusCode.ShouldBe(HttpStatusCode.OK, probe);
        }
    }

    [Fact]
    public void BudgetAndService_OfTheDeployment_MeanItsPods()
    {
        var labels = Deployment["spec"]["template"]["metadata"]["labels"];
        var pod = ((YamlMappingNode)labels).Select(label => (Text(label.Key), Text(label.Value))).ToList();
        Labels(Deployment["spec"]["selector"]["matchLabels"]).ShouldBe(pod);
        Labels(OfKind("PodDisruptionBudget")["spec"]["selector"]["matchLabels"]).ShouldBe(pod);
        Labels(OfKind("Service")["spec"]["selector"]).ShouldBe(pod);

        var replicas = int.Parse(Text(Deployment["spec"]["replicas"]), CultureInfo.InvariantCulture);
        int.Parse(Text(OfKind("PodDisruptionBudget")["spec"]["minAvailable"]), CultureInfo.InvariantCulture).ShouldBeLessThan(replicas);
        Text(OfKind("Service")["spec"]["ports"][0]["targetPort"]).ShouldBe(Text(Container["ports"][0]["name"]));
        Text(Container["ports"][0]["containerPort"]).ShouldBe("5081");
    }

    [Fact]
    public void Compose_Servers_AreThreeWithTheServersOwnOptions()
    {
        var services = (YamlMappingNode)Compose["services"];
        var servers = services.Where(service => Text(service.Key).StartsWith("validation-", StringComparison.Ordinal)).ToList();
        servers.Count.ShouldBe(3);
        foreach (var (_, server) in servers)
        {
            var options = Options(((YamlMappingNode)server["environment"]).ToDictionary(one => Text(one.Key), one => Text(one.Value)));
            options.Database.ShouldNotBeEmpty();
            var grace = int.Parse(Text(server["stop_grace_period"]).TrimEnd('s'), CultureInfo.InvariantCulture);
            (options.DrainDelay + options.DrainTime).TotalSeconds.ShouldBeLessThan(grace);
        }
    }

    private static ServerOptions Options(Dictionary<string, string> variables)
    {
        var options = variables.Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value);
        options.ShouldNotBeEmpty();
        return OptionsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(options).Build());
    }

    private static YamlNode OfKind(string kind)
    {
        return Kubernetes.Single(one => Text(one["kind"]) == kind);
    }

    private static List<(string, string)> Labels(YamlNode labels)
    {
        return [.. ((YamlMappingNode)labels).Select(label => (Text(label.Key), Text(label.Value)))];
    }

    private static string Text(YamlNode node)
    {
        return ((YamlScalarNode)node).Value!;
    }

    private static List<YamlNode> Read(string folder, string file)
    {
        using var reader = new StreamReader(Path.Combine(SourceTree.Root, "server", "deploy", folder, file));
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }
}
