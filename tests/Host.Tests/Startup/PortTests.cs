using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Validation.Server.Outcomes;
using Validation.Server.Startup;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Startup;

public sealed class PortTests
{
    [Fact]
    public async Task Port_TakenBetweenTheLookAndTheStart_IsOneSentence()
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        var url = $"http://{address}";
        using var log = new CapturedLog();
        await using var app = ServerHost.Create(
            [$"--Validation:GrpcUrl={url}", "--Validation:WebUrl=http://127.0.0.1:0", "--Logging:LogLevel:Microsoft=Trace"],
            builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        using var other = new TcpListener(address);
        other.Start();

        var refusal = await Should.ThrowAsync<StartRefusedException>(ServerHost.RunAsync(app).InTime());

        refusal.Message.ShouldBe(StartupTexts.AddressInUse("Validation:GrpcUrl", url));
        log.Lines.ShouldAllBe(line => line.Level < LogLevel.Error);
    }
}
