using System.Net;
using System.Text.Json;
using Validation.Server.Outcomes;
using Validation.Server.Telemetry;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Support;

/// <summary>Problem details, read back.</summary>
internal static class Problem
{
    /// <summary>Reads the response and checks all that holds for every problem.</summary>
    /// <returns>The detail.</returns>
    public static async Task<string> ShouldBeAsync(this HttpResponseMessage response, ProblemCode expected)
    {
        var text = await response.Content.ReadAsStringAsync().InTime();
        ((int)response.StatusCode).ShouldBe(expected.Status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var body = JsonDocument.Parse(text);
        body.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["type", "title", "status", "detail", "instance", "code", "requestId"]);
        Member("type").ShouldBe($"urn:validation:problem:{expected.Code}");
        Member("title").ShouldBe(expected.Title);
        body.RootElement.GetProperty("status").GetInt32().ShouldBe(expected.Status);
        Member("instance").ShouldBe(response.RequestMessage!.RequestUri!.AbsolutePath);
        Member("code").ShouldBe(expected.Code);
        Member("requestId").ShouldBe(response.Headers.GetValues(RequestId.Header).ShouldHaveSingleItem());
        var retries = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        response.Headers.Contains("Retry-After").ShouldBe(retries);
        Member("detail").ShouldNotBeEmpty();
        return Member("detail");

        string Member(string name) => body.RootElement.GetProperty(name).GetString()!;
    }
}
