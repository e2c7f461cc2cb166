using Validation.Interop.Client.Cases;

namespace Validation.Interop.Client;

/// <summary>One case: what it is called and what it does.</summary>
internal sealed record InteropCase(string Name, Func<Connection, Task<Outcome>> RunAsync)
{
    /// <summary>In the order of gRPC's description; the last four are this project's own.</summary>
    public static IReadOnlyList<InteropCase> All { get; } =
    [
        Simple("empty_unary", UnaryCases.EmptyAsync),
        new("cacheable_unary", UnaryCases.CacheableAsync),
        Simple("large_unary", UnaryCases.LargeAsync),
        new("client_compressed_unary", ClientCompressionCases.UnaryAsync),
        new("server_compressed_unary", ServerCompressionCases.UnaryAsync),
        Simple("client_streaming", StreamingCases.ClientAsync),
        new("client_compressed_streaming", ClientCompressionCases.StreamingAsync),
        Simple("server_streaming", StreamingCases.ServerAsync),
        new("server_compressed_streaming", ServerCompressionCases.StreamingAsync),
        Simple("ping_pong", StreamingCases.PingPongAsync),
        Simple("empty_stream", StreamingCases.EmptyAsync),
        Simple("custom_metadata", MetadataCases.CustomAsync),
        Simple("status_code_and_message", StatusCases.CodeAndMessageAsync),
        Simple("special_status_message", StatusCases.SpecialMessageAsync),
        Simple("unimplemented_method", StatusCases.UnimplementedMethodAsync),
        Simple("unimplemented_service", StatusCases.UnimplementedServiceAsync),
        Simple("cancel_after_begin", EarlyEndCases.CancelAfterBeginAsync),
        Simple("cancel_after_first_response", EarlyEndCases.CancelAfterFirstResponseAsync),
        Simple("timeout_on_sleeping_server", EarlyEndCases.TimeoutAsync),
        Simple("half_duplex", OwnCases.HalfDuplexAsync),
        Simple("oversized_request", OwnCases.OversizedRequestAsync),
        Simple("oversized_response", OwnCases.OversizedResponseAsync),
        Simple("handler_throws", OwnCases.HandlerThrowsAsync),
    ];

    private static InteropCase Simple(string name, Func<Connection, Task> run)
    {
        return new InteropCase(name, async connection =>
        {
            await run(connection);
            return Outcome.Passed;
        });
    }
}
