using BenchmarkDotNet.Running;
using Validation.Benchmarks;

if (args is ["--quick"])
{
    QuickTable.Print();
}
else if (args is ["--formats"])
{
    FormatTable.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
