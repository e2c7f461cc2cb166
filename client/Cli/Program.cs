using Validation.Cli;
using Validation.Cli.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
