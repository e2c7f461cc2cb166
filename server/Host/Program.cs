using Validation.PdfWords;
using Validation.Server.Outcomes;
using Validation.Server.Startup;

if (ReaderProgram.IsAsked(args))
{
    return ReaderProgram.Run(args);
}

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
