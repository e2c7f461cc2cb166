using Validation.Server.Startup;

try
{
    await using var app = ServerHost.Create(args);
    await ServerHost.RunAsync(app);
    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
