using Validation.Load;

return await LoadCommand.RunAsync(args);
