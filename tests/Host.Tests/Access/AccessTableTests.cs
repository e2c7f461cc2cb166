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

        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        routes.Select(route => route.RoutePattern.RawText).ShouldContain("/validation.v1.KeyAdmin/Create");
        routes.Where(route => !AccessTable.Knows(route)).Select(route => route.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public void Route_ThatWasForgotten_IsClosed()
    {
        var endpoint = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/new"), 0).Build();

        AccessTable.Of(endpoint).ShouldBe(Roles.Publisher);
    }

    [Theory]
    [InlineData("POST", "/v1/archive", Roles.Filer | Roles.Publisher)]
    [InlineData("DELETE", "/v1/archive/{id}", Roles.Publisher)]
    [InlineData("GET", "/v1/archive/{id}", Roles.Filer | Roles.Author | Roles.Publisher | Roles.Auditor)]
    [InlineData("PUT", "/v1/archive/{id}", Roles.Publisher)]
    public void Route_ByItsMethod_NeedsTheRole(string method, string path, object roles)
    {
        var builder = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0);
        builder.Metadata.Add(new HttpMethodMetadata([method]));

        AccessTable.Of(builder.Build()).ShouldBe((Roles)roles);
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
