using Validation.Watchers;

return await WatchersCommand.RunAsync(args);
