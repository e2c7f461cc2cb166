using System.CommandLine;
using Validation.Interop.Client;
using Validation.Interop.Server;

namespace Validation.Interop;

/// <summary>The command line: a server, unless <c>client</c> is said.</summary>
internal static class InteropCommand
{
    public static RootCommand Create()
    {
        var port = new Option<int>("--port") { Description = "Where to listen on this machine; 0: the system chooses." };
        var tls = new Option<bool>("--tls") { Description = "With TLS, by a certificate that is made at the start." };
        var certificate = new Option<string?>("--certificate") { Description = "With --tls: a file to write the certificate to, as PEM." };
        var root = new RootCommand("gRPC's interoperability service.") { port, tls, certificate, CreateClient() };
        root.SetAction((parsed, token) =>
        {
            var file = parsed.GetValue(certificate);
            var settings = new ServerSettings(
                parsed.GetValue(port), parsed.GetValue(tls), file is null ? null : new CertificateFile(file));
            return ServerProgram.RunAsync(settings, token);
        });
        return root;
    }

    private static Command CreateClient()
    {
        var server = new Option<string>("--server") { Description = "Scheme, host and port.", Required = true };
        var name = new Option<string>("--case") { Description = "The case to run, or all.", DefaultValueFactory = _ => "all" };
        var trusted = new Option<string?>("--ca") { Description = "A PEM file with the server's certificate." };
        var blind = new Option<bool>("--server-sees-no-flags") { Description = "The server cannot tell compressed requests from others." };
        var plain = new Option<bool>("--server-never-compresses") { Description = "The server cannot compress." };
        var client = new Command("client", "Runs cases against a server.") { server, name, trusted, blind, plain };
        client.SetAction((parsed, _) => ClientProgram.RunAsync(new ClientSettings(
            new Uri(parsed.GetRequiredValue(server)),
            parsed.GetRequiredValue(name),
            parsed.GetValue(trusted),
            !parsed.GetValue(blind),
            !parsed.GetValue(plain))));
        return client;
    }
}
