using Validation.Latency;

return await LatencyCommand.RunAsync(args);
