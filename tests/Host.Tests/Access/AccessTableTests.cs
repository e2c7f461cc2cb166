using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Access;
using Validation.Server.Tests.Support;

namespace Validation.Server.Tests.Access;

public sealed class AccessTableTests
{
    [Fact]
    public async Task Routes_OfTheServer_AreAllInTheTable()
    {
        await using var server = await RunningServer.StartSmallAsync();

        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!).ToList();

        routes.ShouldContain("/validation.v1.KeyAdmin/Create");
        routes.Where(route => !AccessTable.Knows(route)).ShouldBeEmpty();
    }

    [Fact]
    public void Route_ThatWasForgotten_IsClosed()
    {
        var endpoint = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/new"), 0).Build();

        AccessTable.Of(endpoint).ShouldBe(Roles.Publisher);
    }

    [Theory]
    [InlineData("clerk", Roles.Clerk)]
    [InlineData("CLERK", Roles.Clerk)]
    [InlineData("publisher", Roles.Publisher)]
    [InlineData("root", Roles.None)]
    [InlineData("", Roles.None)]
    public void Word_OfARole_IsRead(string word, object role)
    {
        RoleWords.TryWord(word, out var read).ShouldBe((Roles)role != Roles.None);
        read.ShouldBe((Roles)role);
    }

    [Fact]
    public void Roles_OfANewerProgram_ArePassedOver()
    {
        RoleWords.OfWords("clerk archivist auditor").ShouldBe(Roles.Clerk | Roles.Auditor);
        (Roles.Clerk | Roles.Auditor).Words().ShouldBe("clerk auditor");
    }
}
