using Validation.Interop;

return await InteropCommand.Create().Parse(args).InvokeAsync();
