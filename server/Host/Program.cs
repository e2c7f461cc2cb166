using Validation.Server.Startup;

try
{
    if (args is [KeyCommand.Name, ..])
    {
        return await KeyCommand.RunAsync(args);
    }

    await using var app = ServerHost.Create(args);
    await ServerHost.RunAsync(app);
    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
